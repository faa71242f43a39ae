package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {
    private static final String KEY = "GUICHET_TOKEN_KEY_ENCRYPTION_KEY";

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("data/secrets.properties");
    }

    @Test
    void they_are_made_at_the_first_start() {
        var secrets = Secrets.in(file);

        assertThat(Base64.getDecoder().decode(secrets.get(KEY))).hasSize(32);
        assertThat(file).exists();
    }

    @Test
    void they_stay_the_same_afterwards() {
        var first = Secrets.in(file);

        var second = Secrets.in(file);

        assertThat(second.get(KEY)).isEqualTo(first.get(KEY));
    }

    @Test
    void each_database_has_a_password_of_its_own() {
        var secrets = Secrets.in(file);

        assertThat(Service.withDatabase())
                .extracting(secrets::databasePassword)
                .doesNotHaveDuplicates();
    }

    @Test
    void only_the_owner_can_read_them() throws IOException {
        Secrets.in(file);

        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void a_file_that_others_could_read_is_closed_to_them() throws IOException {
        Secrets.in(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Secrets.in(file);

        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void what_a_later_version_needs_is_added_and_the_rest_kept() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, KEY + "=kept\n");

        var secrets = Secrets.in(file);

        assertThat(secrets.get(KEY)).isEqualTo("kept");
        assertThat(secrets.databasePassword(Service.TOKEN)).isNotEmpty();
    }

    @Test
    void their_text_shows_none() {
        var secrets = Secrets.in(file);

        assertThat(secrets.toString()).doesNotContain(secrets.get(KEY));
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

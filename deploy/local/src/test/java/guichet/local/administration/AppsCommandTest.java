package guichet.local.administration;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code apps}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppsCommandTest {
    private final Terminal terminal = new Terminal("apps");
    private Registry registry;

    @TempDir private Path folder;

    @BeforeEach
    void keepOne() throws IOException {
        registry = new Registry();
        Path file = folder.resolve("guichet.yaml");
        Files.writeString(file, "applications: [{name: kiosk, client_id: the-id}]");
        new Terminal("apply").run(registry.environment(), "-f", file.toString());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void they_are_listed_and_shown() {
        assertThat(run("list")).isZero();
        assertThat(run("show", "kiosk")).isZero();

        assertThat(terminal.out())
                .containsPattern("kiosk +the-id")
                .contains("token_endpoint_auth_method: client_secret_basic");
    }

    @Test
    void another_secret_is_made_and_shown() {
        assertThat(run("secret", "kiosk")).isZero();
        assertThat(run("secret", "kiosk", "--revoke-previous")).isZero();

        assertThat(registry.changes()).contains("POST /admin/applications/kiosk/secret");
        assertThat(terminal.out())
                .contains(
                        "client_secret: another-revoke_previous=false",
                        "client_secret: another-revoke_previous=true");
    }

    @Test
    void of_one_that_is_not_there_it_is_said_so() {
        assertThat(run("show", "stall")).isEqualTo(1);

        assertThat(terminal.err()).contains("there is no application of this name");
    }

    private int run(String... words) {
        return terminal.run(registry.environment(), words);
    }
}

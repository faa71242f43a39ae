package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.local.terminal.Failure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseTest {
    private static final String OF_BEFORE =
            """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    @TempDir Path folder;
    private Path data;
    private Secrets secrets;

    @BeforeEach
    void makeSecrets() {
        data = folder.resolve("postgres");
        secrets = Secrets.in(folder.resolve("secrets.properties"));
    }

    @Test
    void nobody_on_the_machine_is_the_superuser_without_its_password() throws SQLException {
        try (var database = Database.start(data, secrets)) {
            assertTakes(database, "postgres", secrets.superuserPassword());
            assertRefuses(database, "postgres", "");
            assertRefuses(database, "postgres", "postgres");
        }
    }

    @Test
    void a_service_has_its_own_password() throws SQLException {
        try (var database = Database.start(data, secrets)) {
            assertTakes(database, "token", secrets.databasePassword(Service.TOKEN));
            assertRefuses(database, "token", secrets.databasePassword(Service.MOVIES));
        }
    }

    @Test
    void data_of_a_version_that_spared_the_superuser_its_password_is_kept_and_closed()
            throws IOException, SQLException {
        makeDataOfBefore();

        try (var database = Database.start(data, secrets)) {
            assertRefuses(database, "postgres", "");
            try (var connection = connect(database, "postgres", secrets.superuserPassword());
                    var kept = connection.createStatement().executeQuery("table kept")) {
                assertThat(kept.next()).isTrue();
            }
        }
        try (var again = Database.start(data, secrets)) {
            assertTakes(again, "postgres", secrets.superuserPassword());
        }
    }

    @Test
    void data_of_other_secrets_is_refused_in_words_that_help() {
        Database.start(data, secrets).close();
        var others = Secrets.in(folder.resolve("others/secrets.properties"));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Database.start(data, others, Duration.ofSeconds(10)))
                .withMessageContaining("bring back secrets.properties");

        new Leftovers(folder).stop();
    }

    @Test
    void no_password_is_left_in_a_file_for_initdb() throws IOException {
        Database.start(data, secrets).close();

        try (var files = Files.walk(folder)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .noneMatch(it -> it.startsWith("password"));
        }
    }

    private void makeDataOfBefore() throws IOException, SQLException {
        try (var postgres =
                        EmbeddedPostgres.builder()
                                .setDataDirectory(data.toFile())
                                .setCleanDataDirectory(false)
                                .start();
                var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 1");
        }
        Files.writeString(data.resolve("pg_hba.conf"), OF_BEFORE);
    }

    private static void assertTakes(Database database, String role, String password)
            throws SQLException {
        try (var connection = connect(database, role, password)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static void assertRefuses(Database database, String role, String password) {
        assertThatThrownBy(() -> connect(database, role, password).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    /** To the database of its name, where PostgreSQL has one of each. */
    private static Connection connect(Database database, String role, String password)
            throws SQLException {
        String url = database.url(Service.TOKEN).replaceFirst("/token$", "/" + role);
        return DriverManager.getConnection(url, role, password);
    }
}

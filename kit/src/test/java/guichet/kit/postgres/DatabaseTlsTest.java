package guichet.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.internal.TestCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of a database with TLS, as {@code docs/running.md} has it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseTlsTest {
    @TempDir private static Path folder;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        Path server = folder.resolve("server");
        TestCertificate.writeFor("postgres.example", server);
        TestCertificate.writeFor("postgres.example", folder.resolve("stranger"));
        Files.setPosixFilePermissions(
                server.resolve("tls.key"), PosixFilePermissions.fromString("rw-------"));
        postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", server.resolve("tls.crt").toString())
                        .setServerConfig("ssl_key_file", server.resolve("tls.key").toString())
                        .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_server_with_the_right_certificate_is_connected_to_by_TLS() throws SQLException {
        try (Connection connection = connect("127.0.0.1", "server");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            row.next();

            assertThat(row.getBoolean("ssl")).isTrue();
        }
    }

    @Test
    void a_server_with_a_certificate_of_somebody_else_is_told_nothing() {
        assertThatThrownBy(() -> connect("127.0.0.1", "stranger"))
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("PKIX path");
    }

    @Test
    @Tag("RFC9525-6")
    void a_server_with_a_certificate_for_another_host_is_told_nothing() {
        assertThatThrownBy(() -> connect("localhost", "server"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("could not be verified");
    }

    private static Connection connect(String host, String authority) throws SQLException {
        String url =
                "jdbc:postgresql://%s:%d/postgres?sslmode=verify-full&sslrootcert=%s"
                        .formatted(
                                host,
                                postgres.getPort(),
                                folder.resolve(authority).resolve("ca.crt"));
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}

package guichet.kit.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for a service's tests: a container where a Docker engine answers, otherwise the
 * server binaries from Maven Central.
 */
public final class TestPostgres implements QuarkusTestResourceLifecycleManager {
    private AutoCloseable server = () -> {};

    @Override
    public Map<String, String> start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private Map<String, String> container() {
        var container = new PostgreSQLContainer("postgres:18");
        container.start();
        server = container;
        return settings(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private Map<String, String> embedded() {
        try {
            String password = UUID.randomUUID().toString();
            var postgres = started(password);
            server = postgres;
            return settings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
    }

    /** Without a password anybody on the machine could run programs as who runs the tests. */
    private static EmbeddedPostgres started(String password) throws IOException {
        Path file = Files.createTempFile("guichet", null); // its owner's alone
        try {
            Files.writeString(file, password);
            return EmbeddedPostgres.builder()
                    // Of initdb, like the next. SCRAM would hash 4,096 times for a connection, and
                    // some tests connect for each statement.
                    .setLocaleConfig("auth", "md5")
                    .setLocaleConfig("pwfile", file.toString())
                    .setConnectConfig("password", password)
                    .start();
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, String> settings(String url, String username, String password) {
        return Map.of(
                "guichet.database.url", url,
                "guichet.database.username", username,
                "guichet.database.password", password);
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the test PostgreSQL does not stop", e);
        }
    }
}

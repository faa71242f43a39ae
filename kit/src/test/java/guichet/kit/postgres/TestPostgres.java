package guichet.kit.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
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
            var postgres = EmbeddedPostgres.start();
            server = postgres;
            return settings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
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

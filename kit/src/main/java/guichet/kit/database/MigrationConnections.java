package guichet.kit.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrations have connections of their own: what they do may take longer than a request waits.
 * Replicas that start together migrate one after the other, by a lock of the session; by one of a
 * transaction, as is usual, {@code create index concurrently} would wait for ever for that
 * transaction.
 */
@Singleton
final class MigrationConnections implements FlywayConfigurationCustomizer {
    private final DatabaseSettings database;

    MigrationConnections(DatabaseSettings database) {
        this.database = database;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .lockRetryCount(-1) // an index of a large table takes its time
                .jdbcProperties(Map.of("logServerErrorDetail", "false"))
                .dataSource(database.url(), database.username(), database.password());
    }
}

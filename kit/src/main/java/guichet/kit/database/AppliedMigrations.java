package guichet.kit.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** No start on tables that are older than the code, before anything uses them. */
final class AppliedMigrations {
    private AppliedMigrations() {}

    static void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            DatabaseSettings settings,
            Instance<Flyway> flyway) {
        if (!settings.migrateAtStart()) { // else all are there by now
            flyway.forEach(AppliedMigrations::check);
        }
    }

    /** Those of a newer version are no hindrance: what it took away, this one does not use. */
    static void check(Flyway flyway) {
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length > 0) {
            throw new IllegalStateException(
                    "the database is of an older version and lacks the migrations %s: migrate it first,"
                                    .formatted(versions(pending))
                            + " or set GUICHET_DATABASE_MIGRATE_AT_START=true, docs/upgrading.md");
        }
    }

    private static String versions(MigrationInfo... migrations) {
        return Stream.of(migrations)
                .map(it -> String.valueOf(it.getVersion()))
                .collect(Collectors.joining(", "));
    }
}

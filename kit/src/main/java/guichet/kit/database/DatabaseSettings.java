package guichet.kit.database;

import guichet.guard.setting.MustBe;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a service keeps its data, and as whom. These have no defaults: a start without one of them
 * fails and names it, before the database is asked.
 */
@Unremovable // the data source takes them from the same place
@ConfigMapping(prefix = "guichet.database")
interface DatabaseSettings {
    /** The JDBC address. */
    @MustBe("a JDBC address, such as jdbc:postgresql://localhost:5432/token")
    String url();

    /** A role that can reach this database and no other. */
    String username();

    /** Its password. */
    String password();

    /**
     * Whether a start brings the tables to this version first; where not, a start on tables of an
     * older one is refused, {@link AppliedMigrations}.
     */
    @WithDefault("true")
    boolean migrateAtStart();

    /**
     * When this database was set back to an earlier moment, if it was. What came back to life then
     * ends at the first start that is told, {@link Restoration}.
     */
    @MustBe("a moment, such as 2026-12-01T12:00:00Z")
    Optional<Instant> restoredAt();
}

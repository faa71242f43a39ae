package guichet.kit.database;

import guichet.guard.setting.MustBe;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/**
 * Where a service keeps its data, and as whom. No defaults: a start without one of them fails and
 * names it, before the database is asked.
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
}

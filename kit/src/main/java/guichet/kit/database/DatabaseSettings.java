package guichet.kit.database;

import io.smallrye.config.ConfigMapping;

/**
 * Where a service keeps its data, and as whom. No defaults: a start without one of them fails and
 * names it, before the database is asked.
 */
@ConfigMapping(prefix = "guichet.database")
interface DatabaseSettings {
    /** The JDBC address. */
    String url();

    /** A role that can reach this database and no other. */
    String username();

    /** Its password. */
    String password();
}

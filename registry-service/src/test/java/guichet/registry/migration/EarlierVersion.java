package guichet.registry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of an earlier version, beside those of the service under test. */
public final class EarlierVersion implements AutoCloseable {
    private static final String SCHEMA = "earlier";

    private final Flyway service;

    public EarlierVersion(Flyway service, String version) {
        this.service = service;
        run("drop schema if exists earlier cascade");
        flyway(MigrationVersion.fromVersion(version)).migrate();
    }

    /** Migrates them as the present version does when it starts. */
    public void upgrade() {
        flyway(MigrationVersion.LATEST).migrate();
    }

    /** Has the service find what this table holds, as if it had started on these tables. */
    public void handOver(String table) {
        run("insert into public.%s select * from earlier.%s".formatted(table, table));
    }

    /** Runs a statement on them. */
    public void run(String sql) {
        try (Connection database = service.getConfiguration().getDataSource().getConnection();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .configuration(service.getConfiguration())
                .schemas(SCHEMA)
                .target(target)
                .load();
    }

    @Override
    public void close() {
        run("drop schema earlier cascade");
    }
}

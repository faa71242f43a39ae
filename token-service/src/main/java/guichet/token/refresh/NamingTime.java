package guichet.token.refresh;

import guichet.kit.database.Sql;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Since when successors name their grant: a day after the database learned of it, or at once where
 * it is new. Until then replicas of 0.2.0 may run beside this one, and a repeat that comes to one
 * of them has to get the same successor. Needed until 0.4.0, which has no such neighbour.
 */
@ApplicationScoped
class NamingTime {
    private static final String IS_OVER =
            """
            select not exists (
                select 1 from flyway_schema_history
                where description = 'refresh tokens name their grant'
                and installed_on > localtimestamp - interval '1 day'
                and installed_on > interval '1 minute' + (select min(installed_on) from flyway_schema_history))\
            """;

    private final DataSource database;
    private volatile boolean hasCome;

    NamingTime(DataSource database) {
        this.database = database;
    }

    boolean hasCome() {
        return hasCome;
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    @Scheduled(every = "10m")
    void look() {
        if (hasCome) {
            return;
        }
        try (Connection connection = database.getConnection();
                var statement = Sql.prepare(connection, IS_OVER);
                ResultSet answer = statement.executeQuery()) {
            hasCome = answer.next() && answer.getBoolean(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("how old the tables are cannot be read", failed);
        }
    }
}

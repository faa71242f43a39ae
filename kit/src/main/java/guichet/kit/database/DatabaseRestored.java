package guichet.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The database was set back to an earlier moment: what was ended since is there again. Fired once
 * for each restoration, before any request, at whoever has something that must not come back to
 * life; {@code docs/backup.md}.
 *
 * @param connection in whose transaction that ends; it has no limits of time
 * @param at when it was restored, as the settings say
 */
public record DatabaseRestored(Connection connection, Instant at) {
    /** Executes a statement there. */
    public void execute(String sql, Object... values) {
        try (var statement = Sql.prepare(connection, sql, values)) {
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException("what came back to life cannot be ended", failed);
        }
    }
}

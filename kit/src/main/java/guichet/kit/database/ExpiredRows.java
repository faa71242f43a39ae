package guichet.kit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Deletes rows whose time is over: some at a time, each time in a transaction of its own, so that
 * no request waits for long, however much has piled up. Replicas may do so side by side: each
 * passes by what another one is at.
 */
public final class ExpiredRows {
    static final int AT_ONCE = 1_000;

    /** For so long in a run: what is left then is the next one's. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DataSource database;

    public ExpiredRows(DataSource database) {
        this.database = database;
    }

    /**
     * Deletes those rows of a table for which a condition holds, outside of any transaction.
     *
     * @param condition SQL, with a {@code ?} for each value
     * @return how many there were
     */
    public int delete(String table, String condition, Object... values) {
        String sql =
                """
                delete from %1$s where ctid = any (array(
                    select ctid from %1$s where %2$s limit %3$d for update skip locked))\
                """
                        .formatted(table, condition, AT_ONCE);
        long start = System.nanoTime();
        int all = 0;
        int some;
        do {
            some = deleteSome(sql, values);
            all += some;
        } while (some == AT_ONCE && System.nanoTime() - start < PATIENCE.toNanos());
        return all;
    }

    private int deleteSome(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Sql.prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("what has expired cannot be deleted", failed);
        }
    }
}

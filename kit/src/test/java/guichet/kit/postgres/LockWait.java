package guichet.kit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Somebody whom the lock of somebody else holds up: a test of a race goes on when they are. */
public final class LockWait {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a transaction has seen of it once is what it sees of it until it forgets that. */
    private static final String FORGET = "select pg_stat_clear_snapshot()";

    private static final String WAITING =
            """
            select count(*) >= ? from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like ?
            """;

    private LockWait() {}

    /**
     * Returns once a statement that begins so waits for a lock in this database.
     *
     * @throws AssertionError when none does within 20 seconds
     */
    public static void awaitOf(DataSource database, String statement)
            throws SQLException, InterruptedException {
        awaitOf(database, statement, 1);
    }

    /**
     * The same for so many at once.
     *
     * @throws AssertionError when there are fewer within 20 seconds
     */
    public static void awaitOf(DataSource database, String statement, int many)
            throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (!areThere(database, statement, many)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError(
                        "fewer than %d wait for a lock with: %s".formatted(many, statement));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static boolean areThere(DataSource database, String statement, int many)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            forget.execute();
            waiting.setInt(1, many);
            waiting.setString(2, statement + "%");
            try (ResultSet found = waiting.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }
}

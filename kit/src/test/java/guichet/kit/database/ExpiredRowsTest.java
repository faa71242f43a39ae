package guichet.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Rows that expire, on a real PostgreSQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpiredRowsTest {
    private static final TestPostgres POSTGRES = new TestPostgres();
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final ExpiredRows rows = new ExpiredRows(DATABASE);

    @BeforeAll
    static void startDatabase() throws SQLException {
        Map<String, String> settings = POSTGRES.start();
        DATABASE.setUrl(settings.get("guichet.database.url"));
        DATABASE.setUser(settings.get("guichet.database.username"));
        DATABASE.setPassword(settings.get("guichet.database.password"));
        execute("create table ticket (number int primary key, expires_at timestamptz not null)");
    }

    @AfterAll
    static void stopDatabase() {
        POSTGRES.stop();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate ticket");
    }

    @Test
    void what_has_expired_goes_and_the_rest_stays() throws SQLException {
        prints(1, 3, "2026-11-29T11:59:59Z");
        prints(4, 5, "2026-11-29T12:00:01Z");

        int deleted = rows.delete("ticket", "expires_at < ?", NOW);

        assertThat(deleted).isEqualTo(3);
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void more_than_go_at_once_go_as_well() throws SQLException {
        prints(1, 2 * ExpiredRows.AT_ONCE + 1, "2026-11-29T11:59:59Z");

        int deleted = rows.delete("ticket", "expires_at < ?", NOW);

        assertThat(deleted).isEqualTo(2 * ExpiredRows.AT_ONCE + 1);
        assertThat(left()).isZero();
    }

    @Test
    void what_somebody_else_is_at_is_passed_by_and_not_waited_for() throws SQLException {
        prints(1, 3, "2026-11-29T11:59:59Z");

        try (Connection other = DATABASE.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from ticket where number = 2 for update");

            assertThat(rows.delete("ticket", "expires_at < ?", NOW)).isEqualTo(2);
        }
        assertThat(left()).isEqualTo(1);
    }

    private static void prints(int first, int last, String expiry) throws SQLException {
        execute(
                "insert into ticket select number, timestamptz '%s' from generate_series(%d, %d) number"
                        .formatted(expiry, first, last));
    }

    private static long left() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                var count =
                        connection.createStatement().executeQuery("select count(*) from ticket")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

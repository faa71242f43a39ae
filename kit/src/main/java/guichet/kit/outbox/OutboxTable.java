package guichet.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of waiting messages; each method is one statement, atomic by itself. */
final class OutboxTable {
    private static final String ADD =
            """
            insert into outbox (id, kind, recipient, payload, asked_at, due_at, attempts)
            select gen_random_uuid(), ?, recipient, cast(payload as jsonb), ?, ?, 0
            from unnest(cast(? as text[]), cast(? as text[])) as message (recipient, payload)
            """;

    /** The oldest that are too many; what is under way elsewhere is passed by, not waited for. */
    private static final String REMOVE_BEYOND =
            """
            delete from outbox where id in (
                select id from outbox where id in (
                    select id from (
                        select id, row_number() over (
                            partition by recipient order by asked_at desc, id) as place
                        from outbox where kind = ? and recipient = any(?)) as waiting
                    where place > ?)
                for update skip locked)
            returning id, kind, recipient, payload, asked_at, attempts
            """;

    /**
     * The message of each recipient that is due first: a recipient of thousands holds nobody up,
     * and a lease is for one attempt. The condition on {@code due_at} is there twice since a row
     * that somebody else claimed meanwhile is read again, and is not due any more.
     */
    private static final String CLAIM =
            """
            with due as (
                select distinct on (recipient) id, due_at from outbox
                where kind = ? and due_at <= ? and payload @> cast(? as jsonb)
                order by recipient, due_at, asked_at),
            mine as (
                select outbox.id from outbox join due on outbox.id = due.id
                where outbox.due_at <= ?
                order by due.due_at limit ? for update of outbox skip locked)
            update outbox set attempts = attempts + 1, due_at = ? from mine
            where outbox.id = mine.id
            returning outbox.id, kind, recipient, payload, asked_at, attempts
            """;

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Keeps a message for each recipient, in the transaction under way if there is one. */
    void add(String kind, String[] recipients, String[] payloads, Instant now) {
        run(ADD, kind, now, now, recipients, payloads);
    }

    /**
     * Removes the oldest messages beyond so many for each recipient, in the transaction under way
     * if there is one; answers them.
     */
    List<Waiting> removeBeyond(int most, String kind, String[] recipients) {
        return run(REMOVE_BEYOND, OutboxTable::waiting, kind, recipients, most);
    }

    /**
     * Takes messages of a kind that are due; nobody else gets them before the end.
     *
     * @param saying JSON that each of them contains
     */
    List<Waiting> claim(String kind, String saying, Instant now, Instant end, int most) {
        return run(CLAIM, OutboxTable::waiting, kind, now, saying, now, most, end);
    }

    /** Removes messages, in the transaction under way if there is one. */
    void remove(String kind, String saying) {
        run("delete from outbox where kind = ? and payload @> cast(? as jsonb)", kind, saying);
    }

    void remove(Waiting message) {
        run("delete from outbox where id = ?", message.id());
    }

    /** Keeps a message for later, unless somebody else has claimed it since. */
    void putOff(Waiting message, Instant next) {
        String sql = "update outbox set due_at = ? where id = ? and attempts = ?";
        run(sql, next, message.id(), message.attempts());
    }

    /** Keeps for later what is due to the same recipient, of which nothing has been tried yet. */
    void putOffOthers(Waiting message, Instant now, Instant next) {
        String sql =
                "update outbox set due_at = ? where kind = ? and recipient = ? and due_at <= ?";
        run(sql, next, message.kind(), message.recipient(), now);
    }

    /** Since when the oldest message waits. */
    Optional<Instant> oldest() {
        String sql = "select asked_at from outbox order by asked_at limit 1";
        return run(sql, row -> instant(row, "asked_at")).stream().findFirst();
    }

    private void run(String sql, Object... values) {
        run(sql, row -> row, values);
    }

    private <T> List<T> run(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, value(values[place]));
            }
            var found = new ArrayList<T>();
            if (statement.execute()) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("the outbox cannot be reached", failed);
        }
    }

    private static Object value(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("recipient"),
                row.getString("payload"),
                instant(row, "asked_at"),
                row.getInt("attempts"));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}

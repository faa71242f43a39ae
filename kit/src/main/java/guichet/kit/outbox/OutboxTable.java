package guichet.kit.outbox;

import guichet.kit.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of waiting messages; each method is one statement, atomic by itself. */
final class OutboxTable {
    /** For a recipient who did not take one twice, a message waits with those that wait already. */
    private static final String ADD =
            """
            insert into outbox (id, kind, recipient, payload, asked_at, due_at, attempts)
            select gen_random_uuid(), asked.kind, message.recipient, cast(payload as jsonb), asked.now,
                coalesce(
                    (select greatest(min(due_at), asked.now) from outbox
                     where outbox.kind = asked.kind and outbox.recipient = message.recipient
                     having max(attempts) > 1),
                    asked.now), 0
            from (select cast(? as text) as kind, cast(? as timestamptz) as now) as asked,
                unnest(cast(? as text[]), cast(? as text[])) as message (recipient, payload)
            """;

    /**
     * Those that are too many: the newest of each cause goes before the second newest of any.
     * Replicas that find the same ones wait for nothing.
     */
    private static final String REMOVE_BEYOND =
            """
            delete from outbox where id in (
                select id from outbox where id in (
                    select id from (
                        select id, asked_at, row_number() over (
                            partition by payload ->> ? order by asked_at desc, id) as nth
                        from outbox where kind = ? and recipient = ?) as waiting
                    order by nth, asked_at desc, id offset ?)
                for update skip locked)
            returning id, kind, recipient, payload, asked_at, attempts, attempts as failures
            """;

    /**
     * The message of each recipient that is due first: a recipient of thousands holds nobody up,
     * and a lease is for one attempt. What was never tried goes before what was. The condition on
     * {@code due_at} is there twice since a row that somebody else claimed meanwhile is read again,
     * and is not due any more.
     */
    private static final String CLAIM =
            """
            with due as (
                select distinct on (recipient) id, due_at, attempts > 0 as is_repeat from outbox
                where kind = ? and due_at <= ? and payload @> cast(? as jsonb)
                order by recipient, due_at, asked_at),
            mine as (
                select outbox.id from outbox join due on outbox.id = due.id
                where outbox.due_at <= ?
                order by due.is_repeat, due.due_at limit ? for update of outbox skip locked)
            update outbox set attempts = attempts + 1, due_at = ? from mine
            where outbox.id = mine.id
            returning outbox.id, kind, recipient, payload, asked_at, attempts,
                greatest(attempts, (select max(others.attempts) from outbox as others
                 where others.kind = outbox.kind and others.recipient = outbox.recipient)) as failures
            """;

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Keeps a message for each recipient, in the transaction under way if there is one. */
    void add(String kind, String[] recipients, String[] payloads, Instant now) {
        run(ADD, kind, now, recipients, payloads);
    }

    /** Removes what is too much for the recipient of a message, and answers it. */
    List<Waiting> removeBeyond(Kind.Bound bound, Waiting message) {
        return run(
                REMOVE_BEYOND,
                OutboxTable::waiting,
                bound.cause(),
                message.kind(),
                message.recipient(),
                bound.most());
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

    /** Keeps a message for later as if it had not been claimed. */
    void giveBack(Waiting message, Instant next) {
        String sql =
                "update outbox set due_at = ?, attempts = attempts - 1 where id = ? and attempts = ?";
        run(sql, next, message.id(), message.attempts());
    }

    /** Keeps for later whatever would be due to the same recipient before. */
    void putOffOthers(Waiting message, Instant next) {
        String sql = "update outbox set due_at = ? where kind = ? and recipient = ? and due_at < ?";
        run(sql, next, message.kind(), message.recipient(), next);
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
                PreparedStatement statement = Sql.prepare(connection, sql, values)) {
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
                row.getInt("attempts"),
                row.getInt("failures"));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}

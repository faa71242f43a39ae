package guichet.token.grant;

import guichet.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The grants that have ended since one last asked: asking costs what has ended, and not what there
 * is. For one thread at a time.
 */
@ApplicationScoped
public class NewEnds {
    private static final String NOW =
            """
            select cast(cast(pg_snapshot_xmin(now) as text) as bigint),
                   cast(cast(pg_snapshot_xmax(now) as text) as bigint),
                   last_value + cast(is_called as int)
            from pg_current_snapshot() now, status_index
            """;

    private static final String CONCERNED =
            """
            with told as (select cast(cast(? as text) as xid8) as first, cast(cast(? as text) as xid8) as past)
            select grant_id
            from told join grant_revocation on told_by >= first and told_by < past
            union
            select token_grant.id
            from told join ended_client on told_by >= first and told_by < past
                join token_grant on token_grant.client_id = ended_client.client_id
            union
            select token_grant.id
            from told join ended_session on told_by >= first and told_by < past
                join token_grant on token_grant.sid = ended_session.sid
            union
            select token_grant.id
            from told join grant_end on told_by >= first and told_by < past
                join token_grant on token_grant.person_id = grant_end.person_id
                    and (grant_end.client_id is null or token_grant.client_id = grant_end.client_id)
            union
            select token_grant.id
            from told join ended_scope on told_by >= first and told_by < past
                join token_grant on string_to_array(token_grant.scope, ' ') @> array[ended_scope.scope]
            union
            select token_grant.id
            from told join ended_resource on told_by >= first and told_by < past
                join token_grant on token_grant.audience is not null
                    and string_to_array(token_grant.audience, ' ') @> array[ended_resource.resource]
            """;

    /**
     * By their names, not by the statement above: PostgreSQL would compare all grants with all ends
     * and look for these among them. A grant may have ended as it was made, too: by the end of its
     * session, say, a moment before.
     */
    private static final String ENDED =
            """
            select status_index from ended_grant where id = any (?)
            union all
            select status_index from ended_grant where status_index >= ?
            """;

    private final DataSource database;
    private @Nullable SeenEnds seen;

    NewEnds(DataSource database) {
        this.database = database;
    }

    /** Asks the database what has happened since the call before. */
    public Answer read() {
        SeenEnds before = seen;
        seen = null;
        Snapshot now = now();
        var nextPlace = new StatusIndex(now.nextPlace());
        if (before == null || !before.isBefore(now)) {
            seen = SeenEnds.first(now);
            return new Answer(nextPlace, Optional.empty());
        }
        List<StatusIndex> ended = between(before, now);
        seen = before.upTo(now);
        return new Answer(nextPlace, Optional.of(ended));
    }

    private Snapshot now() {
        return query(
                        NOW,
                        row ->
                                new Snapshot(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        System.nanoTime()))
                .getFirst();
    }

    private List<StatusIndex> between(SeenEnds last, Snapshot now) {
        List<UUID> concerned =
                query(
                        CONCERNED,
                        row -> row.getObject(1, UUID.class),
                        last.transaction(),
                        now.next());
        return query(
                ENDED,
                row -> new StatusIndex(row.getLong(1)),
                concerned.toArray(UUID[]::new),
                last.place());
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Sql.prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException failed) {
            throw new IllegalStateException("the ends of grants cannot be read", failed);
        }
    }

    /**
     * What has happened.
     *
     * @param nextPlace the one that the next grant gets
     * @param ended the places of grants that have ended since the call before, and of some that had
     *     by then; empty when that cannot be told, so that all places are to be read after this
     *     call: at the first one, and where a database failed or went back, since it may be another
     *     one now
     */
    public record Answer(StatusIndex nextPlace, Optional<List<StatusIndex>> ended) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}

package guichet.token.refresh;

import guichet.kit.database.Sql;
import guichet.oauth.OpaqueToken;
import guichet.token.grant.GrantColumns;
import guichet.token.grant.LiveGrant;
import guichet.token.refresh.Successors.Successor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a refresh does to the tables, in one statement each: most of its time would be spent on the
 * way there and back. They are part of the transaction that is under way.
 */
final class RefreshStatements {
    /**
     * The grant of a token, if its client may have it refreshed. It is found before it is judged:
     * in one step PostgreSQL may judge all grants of the client, and look for this one among them.
     */
    private static final String GOOD =
            """
            with found as materialized (
                select token_grant.* from refresh_token join token_grant on token_grant.id = grant_id
                where sha256 = ?),
            good as materialized (
                select * from found where client_id = ? and expires_at > ?
                and not exists (select 1 from ended_grant where ended_grant.id = found.id))
            """;

    private static final String UNUSED =
            " from good where sha256 = ? and spent_at is null and idle_expires_at > ?";

    /**
     * Of those that were spent before it, which are known without their rows, none is kept: a grant
     * has two rows, however often it is refreshed.
     */
    private static final String SPEND =
            GOOD
                    + ", spent as (update refresh_token"
                    + " set spent_at = ?, successor_salt = ?, successor_key = ?"
                    + UNUSED
                    + " and (good.id = ? or not ?) returning good.*)"
                    + ", needed_no_more as (delete from refresh_token using spent"
                    + " where refresh_token.grant_id = spent.id and spent_at is not null and sha256 <> ?"
                    + " and names_grant and ?)"
                    + ", successor as (insert into refresh_token (sha256, grant_id, created_at,"
                    + " idle_expires_at, names_grant) select ?, id, ?, ?, ? from spent)"
                    + " select * from spent";

    private static final String PROLONG =
            GOOD + " update refresh_token set idle_expires_at = ?" + UNUSED + " returning good.*";

    private static final String UNSPENT =
            "select grant_id from refresh_token where sha256 = ? and spent_at is null";

    /** In place of a name where there is none: nothing is compared with it. */
    private static final UUID UNNAMED = new UUID(0, 0);

    private final DataSource database;

    RefreshStatements(DataSource database) {
        this.database = database;
    }

    /**
     * Spends a token and keeps its successor; the grant of both, for exactly one caller.
     *
     * @param idleUntil when the successor will have lain unused for too long
     */
    Optional<LiveGrant> spend(
            OpaqueToken token,
            String clientId,
            Successor successor,
            Instant now,
            Instant idleUntil) {
        return find(
                SPEND,
                GrantColumns::read,
                token.sha256(),
                clientId,
                now,
                now,
                successor.salt(),
                successor.keyId(),
                token.sha256(),
                now,
                successor.named().orElse(UNNAMED),
                successor.named().isPresent(),
                token.sha256(),
                successor.named().isPresent(),
                successor.token().sha256(),
                now,
                idleUntil,
                successor.named().isPresent());
    }

    /** The grant of a token that is unspent. */
    Optional<UUID> findGrant(OpaqueToken token) {
        return find(UNSPENT, row -> row.getObject("grant_id", UUID.class), token.sha256());
    }

    /** Has a token lie unused until then; its grant, if it can be used. */
    Optional<LiveGrant> prolong(
            OpaqueToken token, String clientId, Instant now, Instant idleUntil) {
        return find(
                PROLONG,
                GrantColumns::read,
                token.sha256(),
                clientId,
                now,
                idleUntil,
                token.sha256(),
                now);
    }

    private <T> Optional<T> find(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Sql.prepare(connection, sql, values);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(reader.read(found)) : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("a refresh token cannot be exchanged", failed);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}

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
import javax.sql.DataSource;

/**
 * What a refresh does to the tables, in one statement each: most of its time would be spent on the
 * way there and back. They are part of the transaction that is under way.
 */
final class RefreshStatements {
    /**
     * A token that can be used, with its grant. The comparison of clients is none that an index
     * could answer: the grant is found by the token, however many its client has.
     */
    private static final String GOOD =
            " from token_grant where refresh_token.sha256 = ? and refresh_token.spent_at is null"
                    + " and refresh_token.idle_expires_at > ? and token_grant.id = refresh_token.grant_id"
                    + " and token_grant.client_id || '' = ? and "
                    + GrantColumns.ALIVE
                    + " returning token_grant.*";

    private static final String SPEND =
            "with spent as (update refresh_token set spent_at = ?, successor_salt = ?, successor_key = ?"
                    + GOOD
                    + "), successor as (insert into refresh_token (sha256, grant_id, created_at, idle_expires_at)"
                    + " select ?, id, ?, ? from spent) select * from spent";

    private static final String PROLONG = "update refresh_token set idle_expires_at = ?" + GOOD;

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
                now,
                successor.salt(),
                successor.keyId(),
                token.sha256(),
                now,
                clientId,
                now,
                successor.token().sha256(),
                now,
                idleUntil);
    }

    /** Has a token lie unused until then; its grant, if it can be used. */
    Optional<LiveGrant> prolong(
            OpaqueToken token, String clientId, Instant now, Instant idleUntil) {
        return find(PROLONG, idleUntil, token.sha256(), now, clientId, now);
    }

    private Optional<LiveGrant> find(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Sql.prepare(connection, sql, values);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(GrantColumns.read(found)) : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("a refresh token cannot be exchanged", failed);
        }
    }
}

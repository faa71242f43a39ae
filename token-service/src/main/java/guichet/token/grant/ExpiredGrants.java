package guichet.token.grant;

import guichet.kit.database.ExpiredRows;
import guichet.kit.database.Sql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes what nobody can use any more. A grant stays until its last access token has expired too,
 * and what says that it ended as long as the grant: without it the grant would be alive again.
 */
@ApplicationScoped
class ExpiredGrants {
    /** Within it the registry has asked which clients have a grant, however short tokens live. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** What ended before it came here comes no more: codes are remembered so long. */
    private static final Duration REDEEMABLE = Duration.ofDays(1);

    /** What ended with many others is not kept either for the time that it might have lived. */
    private static final String SHORTEN_SOME =
            """
            update token_grant set expires_at = ? where ctid = any (array(
                select token_grant.ctid from token_grant join ended_grant using (id)
                where token_grant.expires_at > ? limit 10000 for update of token_grant skip locked))\
            """;

    private static final String WITHOUT_GRANT =
            "revoked_at < ? and not exists (select 1 from token_grant where id = grant_id)";

    private final DataSource database;
    private final ExpiredRows rows;
    private final Clock clock;
    private final Duration accessTokenLifetime;

    ExpiredGrants(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime) {
        this.database = database;
        this.rows = new ExpiredRows(database);
        this.clock = clock;
        this.accessTokenLifetime = accessTokenLifetime;
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Instant now = clock.instant();
        Instant past = now.minus(accessTokenLifetime).minus(REMEMBERED);
        rows.delete("token_grant", "expires_at < ?", past);
        rows.delete("grant_revocation", WITHOUT_GRANT, now.minus(REDEEMABLE));
        rows.delete("grant_end", "expires_at < ?", past);
        rows.delete("ended_client", "expires_at < ?", past);
        rows.delete("ended_session", "expires_at < ?", past);
        rows.delete("ended_scope", "expires_at < ?", past);
        rows.delete("ended_resource", "expires_at < ?", past);
        rows.delete("lost_place", "expires_at < ?", past);
    }

    /** Seldom, since all grants are looked at. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void shortenEnded() {
        Instant end = clock.instant().plus(accessTokenLifetime);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = Sql.prepare(connection, SHORTEN_SOME, end, end)) {
            int some;
            do {
                some = statement.executeUpdate();
            } while (some > 0);
        } catch (SQLException failed) {
            throw new IllegalStateException("grants that ended cannot be shortened", failed);
        }
    }
}

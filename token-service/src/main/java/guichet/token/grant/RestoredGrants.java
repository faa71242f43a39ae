package guichet.token.grant;

import guichet.kit.database.DatabaseRestored;
import guichet.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * After the database was set back: which of its grants have ended since nobody knows, so that all
 * end; and what was granted since has a place that no other grant may get.
 */
@ApplicationScoped
class RestoredGrants {
    /** More than a day of a thousand grants a second. */
    private static final int LISTS_LOST = 1_000;

    private static final String END =
            """
            insert into grant_revocation (grant_id, revoked_at, reason)
            select id, ?, 'the database was restored' from token_grant
            on conflict do nothing
            """;

    private static final String SHORTEN =
            "update token_grant set expires_at = ? where expires_at > ?";

    private static final String LOSE_PLACES =
            """
            insert into lost_place (first, past, expires_at)
            select next, (next / %1$d + %2$d) * %1$d, ?
            from (select last_value + cast(is_called as int) as next from status_index) as place
            """
                    .formatted(StatusIndex.LIST_SIZE, LISTS_LOST);

    private static final String GO_ON_BEHIND_THEM =
            "select setval('status_index', max(past), false) from lost_place";

    private final DataSource database;
    private final Clock clock;
    private final Duration accessTokenLifetime;
    private final Event<GrantsEnded> grantsEnded;

    RestoredGrants(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime,
            Event<GrantsEnded> grantsEnded) {
        this.database = database;
        this.clock = clock;
        this.accessTokenLifetime = accessTokenLifetime;
        this.grantsEnded = grantsEnded;
    }

    void end(@Observes DatabaseRestored restored) {
        Instant now = clock.instant();
        Instant lastToken = now.plus(accessTokenLifetime);
        try (Connection connection = database.getConnection()) {
            execute(connection, END, now);
            execute(connection, SHORTEN, lastToken, lastToken);
            execute(connection, LOSE_PLACES, lastToken);
            execute(connection, GO_ON_BEHIND_THEM);
        } catch (SQLException failed) {
            throw new IllegalStateException("grants cannot be ended after a restoration", failed);
        }
        grantsEnded.fire(new GrantsEnded.OfAnybody());
    }

    private static void execute(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = Sql.prepare(connection, sql, values)) {
            statement.execute();
        }
    }
}

package guichet.token.grant;

import guichet.kit.database.DatabaseRestored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * After the database was set back: which of its grants have ended since nobody knows, so that all
 * end; and what was granted since has a place that no other grant may get.
 */
@ApplicationScoped
class RestoredGrants {
    /** More than a day of a thousand grants a second. */
    private static final int LISTS_LOST = 1_000;

    /** Lists go on with time as well: a second restoration would begin where the first one did. */
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration A_LIST = Duration.ofSeconds(10);

    private static final String END =
            """
            insert into grant_revocation (grant_id, revoked_at, reason)
            select id, ?, 'the database was restored' from token_grant
            on conflict do nothing
            """;

    private static final String LOSE_PLACES =
            """
            insert into lost_place (first, past, expires_at)
            select next, greatest(next / %1$d + %2$d, ?) * %1$d, ?
            from (select last_value + cast(is_called as int) as next from status_index) as place
            """
                    .formatted(StatusIndex.LIST_SIZE, LISTS_LOST);

    private static final String GO_ON_BEHIND_THEM =
            "select setval('status_index', max(past), false) from lost_place";

    private final Clock clock;
    private final Duration accessTokenLifetime;
    private final Event<GrantsEnded> grantsEnded;

    RestoredGrants(
            Clock clock,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime,
            Event<GrantsEnded> grantsEnded) {
        this.clock = clock;
        this.accessTokenLifetime = accessTokenLifetime;
        this.grantsEnded = grantsEnded;
    }

    void end(@Observes DatabaseRestored restored) {
        Instant now = clock.instant();
        restored.execute(END, now);
        restored.execute(LOSE_PLACES, listAt(restored.at()), now.plus(accessTokenLifetime));
        restored.execute(GO_ON_BEHIND_THEM);
        grantsEnded.fire(new GrantsEnded.OfAnybody());
    }

    private static long listAt(Instant restoredAt) {
        return Duration.between(BEGIN, restoredAt).dividedBy(A_LIST);
    }
}

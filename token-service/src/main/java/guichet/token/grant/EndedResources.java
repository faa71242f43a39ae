package guichet.token.grant;

import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * APIs from which something was just taken away: as long as a service may not have noticed, what is
 * issued for them is over as it is made.
 */
@ApplicationScoped
class EndedResources {
    private static final String ENDING =
            """
            select until from ended_resource
            where until >= :now and resource = any (string_to_array(:audience, ' '))
            order by until desc limit 1
            """;

    private final EntityManager database;
    private final Clock clock;

    EndedResources(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Ends the request if a grant that is made now for these APIs has ended already.
     *
     * @param audience their identifiers, separated by spaces
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable}, with the seconds until
     *     it is sure what is on offer there
     */
    void refuse(String audience) {
        Instant now = clock.instant();
        List<Instant> until =
                database.unwrap(Session.class)
                        .createNativeQuery(ENDING, Instant.class)
                        .setParameter("now", now)
                        .setParameter("audience", audience)
                        .getResultList();
        until.stream().findFirst().ifPresent(it -> refuse(Duration.between(now, it)));
    }

    private static void refuse(Duration rest) {
        Duration wait = Duration.ofSeconds(rest.toSeconds() + 1);
        throw Reason.RESOURCE_CHANGING
                .error(
                        "what that API offers has just changed: try again in %d seconds",
                        wait.toSeconds())
                .withRetryAfter(wait)
                .refuse();
    }
}

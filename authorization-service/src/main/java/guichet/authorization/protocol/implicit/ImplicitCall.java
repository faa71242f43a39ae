package guichet.authorization.protocol.implicit;

import guichet.kit.neighbour.NeighbourRefusal;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks token-service; not retried, since it takes a grant in once. */
@ApplicationScoped
class ImplicitCall {
    private final ImplicitApi api;

    ImplicitCall(@RestClient ImplicitApi api) {
        this.api = api;
    }

    /**
     * The parameters of the answer; empty when the client is not registered for them.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} while it is away
     */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(skipOn = NeighbourRefusal.class)
    @Fallback(fallbackMethod = "away")
    Optional<Map<String, String>> issue(ImplicitGrant grant) {
        try {
            return Optional.of(api.issue(grant));
        } catch (NeighbourRefusal.Unknown _) {
            return Optional.empty();
        }
    }

    Optional<Map<String, String>> away(ImplicitGrant grant, Throwable cause) {
        throw Reason.SERVICE_AWAY.refuse(
                "token-service issues no tokens for grant %s: %s", grant.grant().id(), cause);
    }
}

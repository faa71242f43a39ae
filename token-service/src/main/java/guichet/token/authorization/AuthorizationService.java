package guichet.token.authorization;

import guichet.kit.neighbour.NeighbourRefusal;
import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The neighbour that knows people and their permissions. */
@ApplicationScoped
public class AuthorizationService {
    private final AuthorizationApi api;

    AuthorizationService(@RestClient AuthorizationApi api) {
        this.api = api;
    }

    /** Redeems a code, which is spent if it was this client's, but for {@code Untouched}. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(skipOn = NeighbourRefusal.class)
    public Redemption redeem(RedeemRequest request) {
        return api.redeem(request);
    }

    /**
     * What userinfo may say for this grant and scope; empty when the grant has ended there.
     *
     * @param registered what its client may have now
     */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 50,
            jitter = 25,
            abortOn = {CircuitBreakerOpenException.class, NeighbourRefusal.class})
    @CircuitBreaker(skipOn = NeighbourRefusal.class)
    public Optional<Map<String, Object>> claims(UUID grantId, Scope scope, Scope registered) {
        return answered(new ClaimsQuestion(grantId, scope, registered, Optional.empty()));
    }

    /**
     * What an access token of this grant and scope may say of the person; empty likewise. An older
     * authorization-service answers what userinfo says, wanted or not.
     *
     * @param registered likewise
     * @param wanted by the API, as names of claims
     */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 50,
            jitter = 25,
            abortOn = {CircuitBreakerOpenException.class, NeighbourRefusal.class})
    @CircuitBreaker(skipOn = NeighbourRefusal.class)
    public Optional<Map<String, Object>> accessTokenClaims(
            UUID grantId, Scope scope, Scope registered, Set<String> wanted) {
        return answered(new ClaimsQuestion(grantId, scope, registered, Optional.of(wanted)));
    }

    private Optional<Map<String, Object>> answered(ClaimsQuestion question) {
        try {
            return Optional.of(api.claims(question));
        } catch (NeighbourRefusal.Unknown _) {
            return Optional.empty();
        }
    }

    /**
     * Verifies a password; a wrong one counts against the username. That it is busy is no outage.
     */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(skipOn = {NeighbourRefusal.class, OAuthException.class})
    public Verification verify(PasswordRequest request) {
        return api.verify(request);
    }
}

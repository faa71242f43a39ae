package guichet.authorization.tokenservice;

import guichet.authorization.tokenservice.TokenApi.HintQuestion;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The neighbour that signs, and that ends what was issued; every call may be repeated. */
@ApplicationScoped
public class TokenService {
    private final TokenApi api;
    private final GrantEnds grantEnds;

    TokenService(@RestClient TokenApi api, GrantEnds grantEnds) {
        this.api = api;
        this.grantEnds = grantEnds;
    }

    /**
     * Ends everything that was issued for a grant: within seconds, or when token-service is back.
     * Kept in the caller's transaction.
     *
     * @param reason for the audit, in a few words
     */
    public void endGrant(UUID grantId, String reason) {
        grantEnds.keep(grantId, reason);
    }

    /** A logout token for a client, fresh at each call, Back-Channel Logout 1.0 §2.4. */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, jitter = 25, abortOn = CircuitBreakerOpenException.class)
    @CircuitBreaker(delay = 1, delayUnit = ChronoUnit.SECONDS)
    public OpaqueToken logoutToken(LogoutNotice notice) {
        return OpaqueToken.of(api.sign(notice).logoutToken());
    }

    /** What an ID token says that came back as a hint; empty if it is not one of ours. */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, jitter = 25, abortOn = CircuitBreakerOpenException.class)
    @CircuitBreaker(delay = 1, delayUnit = ChronoUnit.SECONDS)
    public Optional<IdTokenHint> readHint(OpaqueToken idTokenHint) {
        try {
            return Optional.of(api.read(new HintQuestion(idTokenHint.reveal())));
        } catch (NotFoundException _) {
            return Optional.empty(); // an answer, not a fault: the breaker must not count it
        }
    }
}

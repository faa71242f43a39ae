package guichet.token.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The neighbour that knows people and their permissions. */
@ApplicationScoped
public class AuthorizationService {
    private final AuthorizationApi api;

    AuthorizationService(@RestClient AuthorizationApi api) {
        this.api = api;
    }

    /** Redeems a code: whatever comes of it, it is spent if it was this client's. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(delay = 1, delayUnit = ChronoUnit.SECONDS)
    public Redemption redeem(RedeemRequest request) {
        return api.redeem(request);
    }

    /** Verifies a password; a wrong one counts against the username. */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(delay = 1, delayUnit = ChronoUnit.SECONDS)
    public Verification verify(PasswordRequest request) {
        return api.verify(request);
    }
}

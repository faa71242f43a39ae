package guichet.registry.tokenservice;

import guichet.kit.neighbour.NeighbourRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The neighbour that issues tokens; asking and telling twice is harmless. */
@ApplicationScoped
@Timeout(value = 2, unit = ChronoUnit.SECONDS)
@Retry(
        maxRetries = 2,
        delay = 50,
        jitter = 25,
        abortOn = {CircuitBreakerOpenException.class, NeighbourRefusal.class})
@CircuitBreaker(skipOn = NeighbourRefusal.class)
public class TokenService {
    private final TokenApi api;

    TokenService(@RestClient TokenApi api) {
        this.api = api;
    }

    /** Ends everything that was issued for a client. */
    public void end(String clientId) {
        api.end(clientId);
    }

    /** Ends a client secret, which is told by its hash. */
    public void endSecret(String sha256) {
        api.endSecret(sha256);
    }

    /** Ends all grants that have one of these scopes. */
    public void endScopes(EndedScopes ended) {
        api.endScopes(ended);
    }

    /** Those of these clients that have a grant. */
    public Set<String> granted(List<String> clientIds) {
        return api.granted(clientIds);
    }

    /** Has keys of an algorithm published; not retried, since a registration waits for it. */
    @Retry(maxRetries = 0)
    public void provide(String algorithm) {
        api.provide(algorithm);
    }
}

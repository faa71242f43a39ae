package guichet.authorization.protocol.tokenservice;

import guichet.authorization.protocol.tokenservice.TokenApi.HintQuestion;
import guichet.kit.neighbour.NeighbourRefusal;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks token-service; retried, since asking twice is harmless. */
@ApplicationScoped
@Timeout(value = 2, unit = ChronoUnit.SECONDS)
@Retry(
        maxRetries = 2,
        delay = 50,
        jitter = 25,
        abortOn = {CircuitBreakerOpenException.class, NeighbourRefusal.class})
@CircuitBreaker(skipOn = NeighbourRefusal.class)
class TokenCalls {
    private final TokenApi api;

    TokenCalls(@RestClient TokenApi api) {
        this.api = api;
    }

    void end(EndedGrants ended) {
        api.end(ended);
    }

    void end(EndedSessions ended) {
        api.end(ended);
    }

    void end(GrantEnd end) {
        api.end(end);
    }

    Optional<OpaqueToken> logoutToken(LogoutNotice notice) {
        try {
            return Optional.of(OpaqueToken.of(api.sign(notice).logoutToken()));
        } catch (NeighbourRefusal.Unknown _) {
            return Optional.empty();
        }
    }

    Optional<IdTokenHint> read(OpaqueToken idTokenHint) {
        try {
            return Optional.of(api.read(new HintQuestion(idTokenHint.reveal())));
        } catch (NeighbourRefusal.Unknown _) {
            return Optional.empty();
        }
    }
}

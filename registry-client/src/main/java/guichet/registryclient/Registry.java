package guichet.registryclient;

import guichet.kit.neighbour.NeighbourRefusal;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the registry; retried, since asking twice is harmless, but not while the breaker is open:
 * waiting for it would only keep the request from the answer that stands in.
 */
@ApplicationScoped
@Timeout(value = 2, unit = ChronoUnit.SECONDS)
@Retry(
        maxRetries = 2,
        delay = 50,
        jitter = 25,
        abortOn = {CircuitBreakerOpenException.class, NeighbourRefusal.class})
@CircuitBreaker(skipOn = NeighbourRefusal.class)
class Registry {
    private final RegistryApi api;

    Registry(@RestClient RegistryApi api) {
        this.api = api;
    }

    Optional<RegisteredClient> client(String clientId) {
        try {
            return Optional.of(api.client(clientId));
        } catch (NeighbourRefusal.Unknown _) {
            return Optional.empty();
        }
    }

    Set<String> clientsAmong(List<String> clientIds) {
        return api.clientsAmong(clientIds);
    }

    List<OpaqueToken> sharedSecrets(String clientId) {
        try {
            return api.sharedSecrets(clientId).stream().map(OpaqueToken::of).toList();
        } catch (NeighbourRefusal.Unknown _) {
            return List.of(); // deleted since it was asked for
        }
    }

    OfferedFlows flows() {
        try {
            return api.flows();
        } catch (NeighbourRefusal.Unknown _) {
            return OfferedFlows.ALL; // a registry of an earlier version opens all of them
        }
    }

    ResourceCatalogue resources() {
        return new ResourceCatalogue(api.resources());
    }
}

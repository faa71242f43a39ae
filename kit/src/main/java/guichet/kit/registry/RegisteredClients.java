package guichet.kit.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The applications that registered. */
@ApplicationScoped
public class RegisteredClients {
    private final Registry registry;
    private final StaleCache<String, Optional<RegisteredClient>> cache;

    RegisteredClients(Registry registry, Clock clock) {
        this.registry = registry;
        this.cache = new StaleCache<>(clock);
    }

    /**
     * The client of this {@code client_id}.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when it cannot be known
     */
    public Optional<RegisteredClient> find(String clientId) {
        return cache.get(clientId, registry::client);
    }
}

package guichet.registryclient;

import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of clients that authenticate with {@code client_secret_jwt}, for which a hash would
 * not do: they are HMAC keys. Only token-service is told them.
 */
@ApplicationScoped
public class SharedSecrets {
    private static final long MOST_BYTES = 8_000_000;

    private final Registry registry;
    private final StaleCache<List<OpaqueToken>> cache;

    SharedSecrets(Registry registry, Clock clock) {
        this.registry = registry;
        this.cache = new StaleCache<>(clock, MOST_BYTES);
    }

    /**
     * The secrets that are good now of a registered client.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when they cannot be
     *     known
     */
    public List<OpaqueToken> of(RegisteredClient client) {
        return cache.get(client.clientId(), registry::sharedSecrets);
    }

    /**
     * The same, as they were a second ago at most: for an assertion that none of them fits.
     *
     * @throws guichet.oauth.OAuthException likewise
     */
    public List<OpaqueToken> anew(RegisteredClient client) {
        return cache.findAnew(client.clientId(), it -> Optional.of(registry.sharedSecrets(it)))
                .orElseThrow();
    }
}

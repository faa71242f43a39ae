package guichet.registryclient;

import guichet.kit.audit.StrangersLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The applications that registered. */
@ApplicationScoped
public class RegisteredClients {
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final long MOST_BYTES = 32_000_000;

    private final Registry registry;
    private final StaleCache<RegisteredClient> cache;

    RegisteredClients(Registry registry, Clock clock) {
        this.registry = registry;
        this.cache = new StaleCache<>(clock, MOST_BYTES);
    }

    @Produces
    @Singleton
    static StrangersLog logOfOutages() {
        return StrangersLog.of(StaleCache.class);
    }

    /**
     * The client of this {@code client_id}.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when it cannot be known
     */
    public Optional<RegisteredClient> find(String clientId) {
        // What cannot be an identifier is no question: an address too long for the registry, or one
        // that leads elsewhere, would fail like an outage and open the breaker for everybody.
        return canBeClientId(clientId) ? cache.find(clientId, registry::client) : Optional.empty();
    }

    /**
     * The same, as it was a second ago at most: for a request that does not fit the client as it
     * was known, since that may have changed.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when it cannot be known
     */
    public Optional<RegisteredClient> findAnew(String clientId) {
        return canBeClientId(clientId)
                ? cache.findAnew(clientId, registry::client)
                : Optional.empty();
    }

    /** Whether a text is one by which a client can be found: letters, digits, - and _, 1 to 64. */
    public static boolean canBeClientId(String text) {
        return CLIENT_ID.matcher(text).matches();
    }

    /** Those of these identifiers that are clients' now; asked each time. */
    public Set<String> among(List<String> clientIds) {
        return registry.clientsAmong(clientIds);
    }
}

package guichet.kit.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The APIs on offer. */
@ApplicationScoped
public class Resources {
    private static final long MOST_BYTES = 8_000_000;

    private final Registry registry;
    private final StaleCache<ResourceCatalogue> cache;
    private final Clock clock;

    Resources(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.cache = new StaleCache<>(clock, MOST_BYTES);
    }

    /**
     * All of them, with the scopes that are on offer by now.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when they cannot be
     *     known
     */
    public ResourceCatalogue catalogue() {
        return cache.get("all", _ -> registry.resources()).asOf(clock.instant());
    }
}

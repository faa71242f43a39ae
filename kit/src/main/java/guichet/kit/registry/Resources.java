package guichet.kit.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The APIs on offer. */
@ApplicationScoped
public class Resources {
    private final Registry registry;
    private final StaleCache<String, ResourceCatalogue> cache;

    Resources(Registry registry, Clock clock) {
        this.registry = registry;
        this.cache = new StaleCache<>(clock);
    }

    /**
     * All of them.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when they cannot be
     *     known
     */
    public ResourceCatalogue catalogue() {
        return cache.get("all", _ -> registry.resources());
    }
}

package guichet.registryclient;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The flows on offer. */
@ApplicationScoped
public class SupportedFlows {
    private static final long MOST_BYTES = 10_000;

    private final Registry registry;
    private final StaleCache<OfferedFlows> cache;

    SupportedFlows(Registry registry, Clock clock) {
        this.registry = registry;
        this.cache = new StaleCache<>(clock, MOST_BYTES);
    }

    /**
     * All of them.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when they cannot be
     *     known
     */
    public OfferedFlows all() {
        return cache.get("all", _ -> registry.flows());
    }
}

package guichet.registryclient;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;

/** The APIs on offer. */
@ApplicationScoped
public class Resources {
    private static final long MOST_BYTES = 8_000_000;

    private final Registry registry;
    private final StaleCache<Offer> cache;
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
        return cache.get("all", _ -> Offer.of(registry.resources())).at(clock.instant());
    }

    /**
     * What the registry said.
     *
     * @param complete from when on all of it is on offer; it is long over, as nearly always
     */
    private record Offer(ResourceCatalogue all, Instant complete) {
        static Offer of(ResourceCatalogue all) {
            Instant complete =
                    all.resources().stream()
                            .flatMap(resource -> resource.scopes().stream())
                            .flatMap(scope -> scope.since().stream())
                            .max(Comparator.naturalOrder())
                            .orElse(Instant.MIN);
            return new Offer(all, complete);
        }

        ResourceCatalogue at(Instant now) {
            return now.isBefore(complete) ? all.asOf(now) : all;
        }
    }
}

package guichet.kit.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.oauth.OAuthError.TemporarilyUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are fresh for ten seconds and stand in for the registry for ten minutes while it is
 * away.
 */
final class StaleCache<K, V> {
    private static final Logger LOG = Logger.getLogger(StaleCache.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Cache<K, Answer<V>> answers =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    StaleCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer for {@code key}, asked for anew when the last one is older than ten seconds.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when the registry is
     *     away and gave no answer in the last ten minutes
     */
    V get(K key, Function<K, V> ask) {
        Instant now = clock.instant();
        Answer<V> last = answers.getIfPresent(key);
        if (last != null && last.at().plus(FRESH).isAfter(now)) {
            return last.value();
        }
        try {
            V value = ask.apply(key);
            answers.put(key, new Answer<>(value, now));
            return value;
        } catch (RuntimeException outage) {
            return standIn(last, outage);
        }
    }

    private static <V> V standIn(@Nullable Answer<V> last, RuntimeException outage) {
        if (last == null) {
            LOG.error("the registry is away and gave no answer before", outage);
            throw new TemporarilyUnavailable("registry: " + outage).refuse();
        }
        LOG.warnf("the registry is away, its answer of %s stands in: %s", last.at(), outage);
        return last.value();
    }

    private record Answer<V>(V value, Instant at) {}
}

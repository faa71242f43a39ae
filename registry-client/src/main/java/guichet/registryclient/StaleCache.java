package guichet.registryclient;

import static guichet.registryclient.RegistryAnswers.FRESH;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.kit.cache.WeighedCache;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are fresh for ten seconds and stand in for the registry for ten minutes more while
 * it is away.
 *
 * <p>After a question in vain the stand-in serves for a second before the next one, so that an
 * outage does not cost each request a time-out.
 *
 * <p>That there is no answer is kept for the ten seconds only, and in a place of its own: whoever
 * invents keys drives no answer out.
 */
final class StaleCache<V> {
    private static final Logger LOG = Logger.getLogger(StaleCache.class);
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_UNKNOWN = 1_000;

    private final Clock clock;

    // Its expiry frees memory; how long an answer is good is told by our clock.
    private final Cache<String, Answer<V>> answers;

    /** The keys for which there is no answer, and until when they are not asked for again. */
    private final Cache<String, Instant> unknown =
            Caffeine.newBuilder().maximumSize(MOST_UNKNOWN).expireAfterWrite(FRESH).build();

    /**
     * An empty one.
     *
     * @param mostBytes what its answers may take together, as the characters of their texts tell
     */
    StaleCache(Clock clock, long mostBytes) {
        this.clock = clock;
        this.answers =
                WeighedCache.<String, Answer<V>>of(mostBytes, it -> it.value().toString().length())
                        .expireAfterWrite(FRESH.plus(STALE))
                        .build();
    }

    /**
     * The answer for {@code key}, asked for anew when the last one is older than ten seconds.
     *
     * @throws OAuthException {@code temporarily_unavailable} when the registry is away and its last
     *     answer, if any, is too old
     */
    V get(String key, Function<String, V> ask) {
        return find(key, it -> Optional.of(ask.apply(it))).orElseThrow();
    }

    /** The same of what need not be there. */
    Optional<V> find(String key, Function<String, Optional<V>> ask) {
        Instant now = clock.instant();
        Answer<V> last = answers.getIfPresent(key);
        if (last != null && now.isBefore(last.askAgain())) {
            return Optional.of(last.value());
        }
        if (last == null && isKnownToBeUnknown(key, now)) {
            return Optional.empty();
        }
        try {
            return kept(key, ask.apply(key), now);
        } catch (RuntimeException outage) {
            return Optional.of(standIn(key, last, now, outage));
        }
    }

    private boolean isKnownToBeUnknown(String key, Instant now) {
        Instant until = unknown.getIfPresent(key);
        return until != null && now.isBefore(until);
    }

    private Optional<V> kept(String key, Optional<V> value, Instant now) {
        value.ifPresentOrElse(
                it -> answers.put(key, new Answer<>(it, now, now.plus(FRESH))),
                () -> {
                    answers.invalidate(key);
                    unknown.put(key, now.plus(FRESH));
                });
        return value;
    }

    private V standIn(String key, @Nullable Answer<V> last, Instant now, RuntimeException outage) {
        if (last == null) {
            // As at a start, where the registry may come up after those that ask it.
            LOG.warnf("the registry is away and has not answered before: %s", outage);
            throw away(outage);
        }
        if (last.isTooOldAt(now)) {
            LOG.error("the registry is away and gave no answer in the last ten minutes", outage);
            throw away(outage);
        }
        LOG.warnf("the registry is away, its answer of %s stands in: %s", last.at(), outage);
        // Only in place of the same answer: another thread may have been told a newer one.
        answers.asMap().replace(key, last, last.askedInVain(now));
        return last.value();
    }

    private static OAuthException away(RuntimeException outage) {
        return Reason.SERVICE_AWAY.refuse("registry: %s", outage);
    }

    /**
     * What the registry said.
     *
     * @param at when it was asked
     * @param askAgain until when it is not asked again
     */
    private record Answer<V>(V value, Instant at, Instant askAgain) {
        boolean isTooOldAt(Instant now) {
            return !now.isBefore(at.plus(FRESH).plus(STALE));
        }

        Answer<V> askedInVain(Instant now) {
            return new Answer<>(value, at, now.plus(PAUSE));
        }
    }
}

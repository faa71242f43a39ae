package guichet.registryclient;

import static guichet.registryclient.RegistryAnswers.FRESH;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.kit.cache.WeighedCache;
import guichet.kit.eventloop.MustWait;
import guichet.kit.log.Outage;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are fresh for ten seconds and stand in for the registry for ten minutes more while
 * it is away.
 *
 * <p>An answer that is still wanted after five seconds is asked for again behind the backs of those
 * that want it, so that nobody waits for one that is wanted all the time. For one answer there is
 * one question at a time, however many wait for it.
 *
 * <p>After a question in vain the stand-in serves for a second before the next one, which is asked
 * behind the backs of those that want the answer, too: an outage costs one request a time-out.
 *
 * <p>That there is no answer is kept for the ten seconds only, and in a place of its own: whoever
 * invents keys drives no answer out.
 */
final class StaleCache<V> {
    private static final Logger LOG = Logger.getLogger(StaleCache.class);
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Duration AHEAD = FRESH.dividedBy(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_UNKNOWN = 1_000;

    private final Clock clock;
    private final Executor behind;

    // Its expiry frees memory; how long an answer is good is told by our clock.
    private final Cache<String, Answer<V>> answers;

    /** The keys for which there is no answer, and until when they are not asked for again. */
    private final Cache<String, Instant> unknown =
            Caffeine.newBuilder().maximumSize(MOST_UNKNOWN).expireAfterWrite(FRESH).build();

    /** What is being asked for: what its answer is, or the refusal that there is none. */
    private final Map<String, CompletableFuture<Supplier<Optional<V>>>> underWay =
            new ConcurrentHashMap<>();

    /**
     * An empty one.
     *
     * @param mostBytes what its answers may take together, as the characters of their texts tell
     */
    StaleCache(Clock clock, long mostBytes) {
        this(clock, mostBytes, Thread::startVirtualThread);
    }

    /** One of which a test says when it asks again ahead of time. */
    StaleCache(Clock clock, long mostBytes, Executor behind) {
        this.clock = clock;
        this.behind = behind;
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
     * @throws MustWait on an event loop, when it has to be asked
     */
    V get(String key, Function<String, V> ask) {
        return find(key, it -> Optional.of(ask.apply(it))).orElseThrow();
    }

    /** The same of what need not be there. */
    Optional<V> find(String key, Function<String, Optional<V>> ask) {
        Instant now = clock.instant();
        Answer<V> last = answers.getIfPresent(key);
        if (last == null) {
            return isKnownToBeUnknown(key, now) ? Optional.empty() : asked(key, ask);
        }
        if (now.isBefore(last.askAgain())) {
            return Optional.of(last.value());
        }
        if (last.isFreshAt(now) || last.standsInAt(now)) {
            var _ = begin(key, ask, behind);
            return Optional.of(last.value());
        }
        return asked(key, ask);
    }

    /**
     * The same as it was a second ago at most, for whom the answer does not fit what came since;
     * others go on with it.
     *
     * @throws MustWait on an event loop, when it has to be asked
     */
    Optional<V> findAnew(String key, Function<String, Optional<V>> ask) {
        Instant now = clock.instant();
        Answer<V> doubted = answers.asMap().computeIfPresent(key, (_, it) -> it.doubtedAt(now));
        return doubted == null || now.isBefore(doubted.askAgain())
                ? find(key, ask)
                : asked(key, ask);
    }

    private boolean isKnownToBeUnknown(String key, Instant now) {
        Instant until = unknown.getIfPresent(key);
        return until != null && now.isBefore(until);
    }

    private Optional<V> asked(String key, Function<String, Optional<V>> ask) {
        MustWait.unlessAllowed();
        return begin(key, ask, Runnable::run).join().get();
    }

    /** Asks by this executor, unless somebody is asking: then that answer is waited for. */
    private CompletableFuture<Supplier<Optional<V>>> begin(
            String key, Function<String, Optional<V>> ask, Executor executor) {
        var mine = new CompletableFuture<Supplier<Optional<V>>>();
        var first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return first;
        }
        try {
            executor.execute(() -> complete(mine, key, ask));
        } catch (RuntimeException | Error noThread) {
            underWay.remove(key, mine);
            mine.completeExceptionally(noThread);
            throw noThread;
        }
        return mine;
    }

    /** Whatever happens, so that nobody waits for ever. */
    private void complete(
            CompletableFuture<Supplier<Optional<V>>> mine,
            String key,
            Function<String, Optional<V>> ask) {
        try {
            mine.complete(answer(key, ask));
        } catch (RuntimeException | Error bug) {
            mine.completeExceptionally(bug);
        } finally {
            underWay.remove(key, mine);
        }
    }

    private Supplier<Optional<V>> answer(String key, Function<String, Optional<V>> ask) {
        Instant now = clock.instant();
        Answer<V> last = answers.getIfPresent(key);
        if (last != null && now.isBefore(last.askAgain())) {
            return () -> Optional.of(last.value()); // it has just come
        }
        try {
            Optional<V> value = kept(key, ask.apply(key), last, now);
            return () -> value;
        } catch (RuntimeException outage) {
            return standIn(key, last, now, outage);
        }
    }

    private Optional<V> kept(
            String key, Optional<V> value, @Nullable Answer<V> last, Instant askedAt) {
        value.ifPresentOrElse(
                it -> answers.put(key, Answer.of(it, last, askedAt)),
                () -> {
                    answers.invalidate(key);
                    unknown.put(key, askedAt.plus(FRESH));
                });
        return value;
    }

    private Supplier<Optional<V>> standIn(
            String key, @Nullable Answer<V> last, Instant now, RuntimeException outage) {
        if (last == null) {
            // As at a start, where the registry may come up after those that ask it.
            LOG.warnf("the registry is away and has not answered before: %s", outage);
            return refusal(outage);
        }
        if (last.isTooOldAt(now)) {
            LOG.errorf(
                    "the registry is away and gave no answer in the last ten minutes: %s",
                    Outage.words(outage));
            return refusal(outage);
        }
        LOG.warnf("the registry is away, its answer of %s stands in: %s", last.at(), outage);
        answers.put(key, last.askedInVain(clock.instant()));
        return () -> Optional.of(last.value());
    }

    /** A new one for each who waits: an exception belongs to one thread. */
    private Supplier<Optional<V>> refusal(RuntimeException outage) {
        return () -> {
            throw Reason.SERVICE_AWAY.refuse("registry: %s", outage);
        };
    }

    /**
     * What the registry said.
     *
     * @param at when it was asked
     * @param askAgain until when it is not asked again
     * @param standsIn whether it was asked in vain since
     */
    private record Answer<V>(V value, Instant at, Instant askAgain, boolean standsIn) {
        /** The very same value as before as long as it says the same, for whoever compares. */
        static <V> Answer<V> of(V value, @Nullable Answer<V> last, Instant askedAt) {
            V kept = last != null && last.value().equals(value) ? last.value() : value;
            return new Answer<>(kept, askedAt, askedAt.plus(AHEAD), false);
        }

        boolean isFreshAt(Instant now) {
            return now.isBefore(at.plus(FRESH));
        }

        /** As long as it is wanted all the time: the outage may be over before somebody asks. */
        boolean standsInAt(Instant now) {
            return standsIn && now.isBefore(askAgain.plus(FRESH)) && !isTooOldAt(now);
        }

        boolean isTooOldAt(Instant now) {
            return !now.isBefore(at.plus(FRESH).plus(STALE));
        }

        /** One that stands in is what there is. */
        Answer<V> doubtedAt(Instant now) {
            boolean isDoubtful = !standsIn && isFreshAt(now) && !now.isBefore(at.plus(PAUSE));
            return isDoubtful ? new Answer<>(value, at, now, standsIn) : this;
        }

        Answer<V> askedInVain(Instant now) {
            return new Answer<>(value, at, now.plus(PAUSE), true);
        }
    }
}

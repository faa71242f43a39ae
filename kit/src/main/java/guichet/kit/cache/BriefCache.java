package guichet.kit.cache;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.kit.eventloop.MustWait;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the database said a second ago at most. In the second half of that second it is asked again,
 * behind the backs of those that want the answer: nobody waits for one that is wanted all the time,
 * and those that must wait wait for one question, and for its failure together.
 */
public final class BriefCache<K, V> {
    /** For so long an answer is used. */
    public static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final AsyncLoadingCache<K, Answer<V>> known;

    /**
     * An empty one.
     *
     * @param ask for what is not known; on any thread but an event loop
     */
    public BriefCache(Function<K, V> ask) {
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(FRESH)
                        .refreshAfterWrite(FRESH.dividedBy(2))
                        .executor(Thread::startVirtualThread)
                        .buildAsync(new Question<>(ask));
    }

    /**
     * The answer; what asking throws is thrown if nothing is known.
     *
     * @throws MustWait on an event loop, if nothing is known
     */
    public V get(K key) {
        CompletableFuture<Answer<V>> answer = known.getIfPresent(key);
        if (answer == null || !answer.isDone()) {
            MustWait.unlessAllowed();
            answer = known.get(key);
        }
        return value(key, answer.join());
    }

    private V value(K key, Answer<V> answer) {
        return switch (answer) {
            case Known<V>(V value) -> value;
            case Failed<V> failed -> {
                known.synchronous().asMap().remove(key, failed);
                throw failed.cause();
            }
        };
    }

    /** What somebody knows better; a question that is under way does not undo it. */
    public void put(K key, V value) {
        known.put(key, CompletableFuture.completedFuture(new Known<>(value)));
    }

    /** Has everything asked for again. */
    public void forget() {
        known.synchronous().invalidateAll();
    }

    /** A failure is one too, for all who wait for it; nobody keeps it. */
    private sealed interface Answer<V> {}

    private record Known<V>(V value) implements Answer<V> {}

    private record Failed<V>(RuntimeException cause) implements Answer<V> {}

    private record Question<K, V>(Function<K, V> ask) implements CacheLoader<K, Answer<V>> {
        @Override
        public Answer<V> load(K key) {
            try {
                return new Known<>(ask.apply(key));
            } catch (RuntimeException failed) {
                return new Failed<>(failed);
            }
        }

        /**
         * In vain it is given up: what is known serves until its second is over, and whoever asks
         * then is told why.
         */
        @Override
        public CompletableFuture<Answer<V>> asyncReload(K key, Answer<V> known, Executor behind) {
            var answer = new CompletableFuture<Answer<V>>();
            behind.execute(() -> {
                try {
                    if (load(key) instanceof Known<V> fresh) {
                        answer.complete(fresh);
                    }
                } finally {
                    answer.cancel(false); // which changes nothing where it was answered
                }
            });
            return answer;
        }
    }
}

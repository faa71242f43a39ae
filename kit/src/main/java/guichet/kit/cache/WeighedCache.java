package guichet.kit.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToIntFunction;

/**
 * A cache bounded by bytes: strangers choose how large an entry is, and as many of the largest as
 * there may be of the usual ones would leave no memory for anything else.
 */
public final class WeighedCache {
    /** What an entry takes beside its characters: the key and all the objects around it. */
    private static final int ENTRY_BYTES = 2_000;

    /** Some have two; and an address keeps each of its parts once more. */
    private static final int BYTES_PER_CHARACTER = 2;

    private WeighedCache() {}

    /**
     * The beginning of one.
     *
     * @param mostBytes roughly what all entries take together; beyond it those go that are asked
     *     for least
     * @param characters how many of them a value holds
     */
    public static <K, V> Caffeine<K, V> of(long mostBytes, ToIntFunction<V> characters) {
        return Caffeine.newBuilder()
                .executor(Runnable::run) // at once, and not when another thread has time for it
                .maximumWeight(mostBytes)
                .weigher((K _, V value) -> weight(characters.applyAsInt(value)));
    }

    private static int weight(int characters) {
        return Math.toIntExact(ENTRY_BYTES + (long) BYTES_PER_CHARACTER * characters);
    }
}

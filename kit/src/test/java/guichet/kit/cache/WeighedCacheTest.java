package guichet.kit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeighedCacheTest {
    private static final int MOST_BYTES = 1_000_000;

    private final Cache<Integer, String> cache =
            WeighedCache.<Integer, String>of(MOST_BYTES, String::length).build();

    @Test
    void small_entries_are_kept_by_the_hundred() {
        put(300, 100);

        assertThat(cache.asMap()).hasSize(300);
    }

    @Test
    void large_entries_take_no_more_room_than_small_ones() {
        put(300, 100_000);

        assertThat(cache.asMap().values().stream().mapToInt(String::length).sum())
                .isPositive()
                .isLessThan(MOST_BYTES);
    }

    @Test
    void an_entry_that_grows_is_weighed_anew() {
        put(300, 100);
        put(300, 100_000);

        assertThat(cache.asMap().values().stream().mapToInt(String::length).sum())
                .isLessThan(MOST_BYTES);
    }

    @Test
    void even_the_smallest_entry_weighs_something() {
        put(10_000, 0);

        assertThat(cache.asMap()).hasSizeLessThan(1000);
    }

    private void put(int entries, int length) {
        IntStream.range(0, entries).forEach(it -> cache.put(it, "x".repeat(length)));
    }
}

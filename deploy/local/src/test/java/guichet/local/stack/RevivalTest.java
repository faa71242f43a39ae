package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How soon a service that ends by itself is started again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevivalTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void one_that_ends_at_each_start_is_tried_ever_later_up_to_a_minute() {
        var delays = new ArrayList<Long>();
        var revival = Revival.none(START);
        for (int i = 0; i < 9; i++) {
            Instant end = revival.at().plusSeconds(5);
            revival = revival.after(end);
            delays.add(Duration.between(end, revival.at()).toSeconds());
        }

        assertThat(delays).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L));
    }

    @Test
    void one_that_held_for_a_minute_is_tried_after_a_second_again() {
        var often = Revival.none(START).after(START).after(START.plusSeconds(2));
        Instant end = often.at().plusSeconds(61);

        assertThat(often.after(end)).isEqualTo(new Revival(1, end.plusSeconds(1)));
    }
}

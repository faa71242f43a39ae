package guichet.token.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Up to where ends were seen, with transactions that overtake each other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeenEndsTest {
    private static final long PLACE = 200_000;

    private final SeenEnds first = SeenEnds.first(snapshot(100, 110, PLACE, 0));

    @Test
    void at_first_what_was_under_way_lies_within_a_list() {
        assertThat(first.place()).isEqualTo(PLACE - StatusIndex.LIST_SIZE);
        assertThat(SeenEnds.first(snapshot(100, 110, 7, 0)).place()).isZero();
    }

    @Test
    void what_a_transaction_that_still_runs_tells_is_read_next_time() {
        assertThat(first.upTo(snapshot(105, 120, PLACE, 1)).transaction()).isEqualTo(105);
    }

    @Test
    void grants_are_seen_when_all_is_over_that_may_have_made_them() {
        SeenEnds numbered = first.upTo(snapshot(105, 120, PLACE + 10, 2));
        SeenEnds running = numbered.upTo(snapshot(119, 130, PLACE + 20, 3));
        SeenEnds over = running.upTo(snapshot(120, 140, PLACE + 30, 4));

        assertThat(numbered.place()).isEqualTo(first.place());
        assertThat(running.place()).isEqualTo(first.place());
        assertThat(over.place()).isEqualTo(PLACE);
    }

    /** Its transaction got its number after the mark, and still runs when those before are over. */
    @Test
    void a_grant_that_has_its_place_and_no_number_yet_is_waited_for() {
        SeenEnds early = first.upTo(snapshot(110, 112, PLACE + 1, 1));
        SeenEnds numbered = early.upTo(snapshot(110, 112, PLACE + 1, 2));
        SeenEnds running = numbered.upTo(snapshot(111, 113, PLACE + 2, 60));

        assertThat(running.place()).isEqualTo(first.place());
        assertThat(running.upTo(snapshot(112, 114, PLACE + 3, 61)).place()).isEqualTo(PLACE);
    }

    @Test
    void then_those_that_were_made_meanwhile_are_next() {
        SeenEnds over =
                first.upTo(snapshot(105, 120, PLACE + 10, 2))
                        .upTo(snapshot(120, 140, PLACE + 30, 4));

        assertThat(
                        over.upTo(snapshot(140, 150, PLACE + 40, 6))
                                .upTo(snapshot(150, 160, PLACE + 50, 7))
                                .place())
                .isEqualTo(PLACE + 30);
    }

    @Test
    void a_database_that_counts_from_an_earlier_transaction_is_another() {
        assertThat(first.isBefore(snapshot(100, 100, PLACE, 1))).isTrue();
        assertThat(first.isBefore(snapshot(99, 120, PLACE, 1))).isFalse();
    }

    private static Snapshot snapshot(long oldest, long next, long nextPlace, long second) {
        return new Snapshot(oldest, next, nextPlace, Duration.ofSeconds(second).toNanos());
    }
}

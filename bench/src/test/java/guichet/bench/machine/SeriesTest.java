package guichet.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesTest {
    @Test
    void the_middle_of_three_rounds_is_the_second_fastest() {
        var rounds = new Series("rounds", "/s", List.of(300.0, 100.0, 200.0));

        assertThat(rounds.median()).isEqualTo(200);
        assertThat(rounds.least()).isEqualTo(100);
        assertThat(rounds.most()).isEqualTo(300);
    }

    @Test
    void one_of_a_hundred_is_slower_than_the_99th_percentile() {
        List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(it -> (double) it).toList();

        assertThat(new Series("answers", "ms", hundred).percentile(99)).isEqualTo(99);
    }

    @Test
    void what_was_measured_once_is_its_own_spread() {
        var once = new Series("once", "ms", List.of(7.0));

        assertThat(once.median()).isEqualTo(7);
        assertThat(once.percentile(99)).isEqualTo(7);
    }
}

package guichet.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.time.HandClock;
import guichet.oauth.OAuthException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6585-4")
class RateLimitTest {
    private final HandClock clock = new HandClock();
    private final RateLimit limit = new RateLimit(Allowance.of("4/20s"), clock, _ -> {});

    @Test
    void one_too_many_is_refused_and_told_when_to_come_back() {
        assertThat(served("somebody", 6)).isEqualTo(4);

        assertThatThrownBy(() -> limit.require("somebody"))
                .isInstanceOfSatisfying(
                        OAuthException.class,
                        it -> {
                            assertThat(it.error().status()).isEqualTo(429);
                            assertThat(it.error().retryAfter().orElseThrow())
                                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
                        });
    }

    @Test
    void what_was_used_comes_back_evenly() {
        served("somebody", 4);

        clock.pass(Duration.ofSeconds(10));

        assertThat(served("somebody", 4)).isEqualTo(2);
    }

    @Test
    void who_asks_too_often_is_served_again_as_soon_as_anybody() {
        served("somebody", 1_000);

        clock.pass(Duration.ofSeconds(20));

        assertThat(served("somebody", 5)).isEqualTo(4);
    }

    @Test
    void everybody_has_an_allowance_of_their_own() {
        served("somebody", 5);

        assertThat(served("somebody else", 4)).isEqualTo(4);
    }

    @Test
    void asking_whether_one_is_left_uses_none_up() {
        limit.requireOneLeft("somebody");

        assertThat(served("somebody", 5)).isEqualTo(4);
        assertThatThrownBy(() -> limit.requireOneLeft("somebody"))
                .hasMessageContaining("too many requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "0/10m", "200/0m", "-1/1m", "200/10", "200 / 10m", "many"})
    void a_setting_that_says_nothing_is_refused(String text) {
        assertThatThrownBy(() -> Allowance.of(text)).hasMessageContaining("as in 200/10m");
    }

    private long served(String key, int times) {
        return IntStream.range(0, times).filter(_ -> isServed(key)).count();
    }

    private boolean isServed(String key) {
        try {
            limit.require(key);
            return true;
        } catch (OAuthException _) {
            return false;
        }
    }
}

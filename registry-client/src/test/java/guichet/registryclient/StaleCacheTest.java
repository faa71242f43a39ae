package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.time.HandClock;
import guichet.oauth.OAuthException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaleCacheTest {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Duration INSTANT = Duration.ofMillis(1);

    private static final int MOST_BYTES = 1_000_000;
    private static final int LARGE = 50_000;

    private final HandClock clock = new HandClock();
    private final StaleCache<String> cache = new StaleCache<>(clock, MOST_BYTES);
    private boolean away;
    private int questions;

    @Test
    void an_answer_serves_for_ten_seconds() {
        ask();

        clock.pass(FRESH.minus(INSTANT));

        assertThat(ask()).isEqualTo("answer 1");
    }

    @Test
    void an_answer_of_ten_seconds_ago_is_asked_for_anew() {
        ask();

        clock.pass(FRESH);

        assertThat(ask()).isEqualTo("answer 2");
    }

    @Test
    void each_key_has_its_own_answer() {
        ask();

        assertThat(cache.get("another", _ -> "another answer")).isEqualTo("another answer");
    }

    @Test
    void the_last_answer_stands_in_while_the_registry_is_away() {
        ask();
        away = true;

        clock.pass(FRESH.plus(STALE).minus(INSTANT));

        assertThat(ask()).isEqualTo("answer 1");
    }

    @Test
    void it_stands_in_for_ten_minutes_and_no_longer() {
        ask();
        away = true;

        clock.pass(FRESH.plus(STALE));

        assertThatThrownBy(this::ask).hasMessageStartingWith("temporarily_unavailable");
    }

    @Test
    void standing_in_does_not_make_an_answer_younger() {
        ask();
        away = true;
        clock.pass(STALE);
        ask();

        clock.pass(FRESH);

        assertThatThrownBy(this::ask).hasMessageStartingWith("temporarily_unavailable");
    }

    @Test
    void a_registry_that_is_away_is_asked_once_a_second() {
        ask();
        away = true;
        clock.pass(FRESH);
        ask();

        clock.pass(Duration.ofMillis(999));
        ask();
        int withinTheSecond = questions;
        clock.pass(INSTANT);
        ask();

        assertThat(withinTheSecond).isEqualTo(2);
        assertThat(questions).isEqualTo(3);
    }

    @Test
    void a_registry_that_is_back_is_believed_at_once() {
        ask();
        away = true;
        clock.pass(FRESH);
        ask();

        away = false;
        clock.pass(Duration.ofSeconds(1));

        assertThat(ask()).isEqualTo("answer 3");
    }

    @Test
    void without_an_earlier_answer_an_outage_is_told() {
        away = true;

        assertThatThrownBy(this::ask)
                .hasMessage("temporarily_unavailable: registry: java.lang.RuntimeException: away");
    }

    @Test
    void that_there_is_no_answer_serves_for_ten_seconds_as_well() {
        askForUnknown("nobody");

        clock.pass(FRESH.minus(INSTANT));
        askForUnknown("nobody");
        int withinTheSeconds = questions;
        clock.pass(INSTANT);
        askForUnknown("nobody");

        assertThat(withinTheSeconds).isEqualTo(1);
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void what_is_no_longer_there_is_not_answered_any_more() {
        ask();
        clock.pass(FRESH);

        cache.find("key", _ -> Optional.empty());

        assertThat(cache.find("key", _ -> Optional.of("asked once more"))).isEmpty();
    }

    @Test
    void what_came_to_be_there_is_answered() {
        cache.find("key", _ -> Optional.empty());
        clock.pass(FRESH);

        assertThat(ask()).isEqualTo("answer 1");
        assertThat(ask()).isEqualTo("answer 1");
    }

    @Test
    void invented_keys_drive_no_answer_out() {
        ask();

        IntStream.range(0, 5000).forEach(it -> askForUnknown("invented " + it));

        assertThat(ask()).isEqualTo("answer 1");
    }

    @Test
    void large_answers_take_no_more_room_than_small_ones() {
        int asked = 100;
        IntStream.range(0, asked).forEach(it -> cache.get("" + it, _ -> "x".repeat(LARGE)));

        away = true;
        long kept = IntStream.range(0, asked).filter(it -> isKept("" + it)).count();

        assertThat(kept * LARGE).isBetween(1L, (long) MOST_BYTES);
    }

    private boolean isKept(String key) {
        try {
            return !ask(key).isEmpty();
        } catch (OAuthException _) {
            return false;
        }
    }

    private void askForUnknown(String key) {
        cache.find(
                key,
                _ -> {
                    questions++;
                    return Optional.empty();
                });
    }

    private String ask() {
        return ask("key");
    }

    private String ask(String key) {
        return cache.get(
                key,
                _ -> {
                    questions++;
                    if (away) {
                        throw new RuntimeException("away");
                    }
                    return "answer " + questions;
                });
    }
}

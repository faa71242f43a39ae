package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.time.HandClock;
import guichet.oauth.OAuthException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaleCacheTest {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Duration INSTANT = Duration.ofMillis(1);

    private static final int MOST_BYTES = 1_000_000;
    private static final int LARGE = 50_000;

    private final HandClock clock = new HandClock();
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private final StaleCache<String> cache = new StaleCache<>(clock, MOST_BYTES, behind::add);
    private volatile boolean away;
    private Duration timeOut = Duration.ZERO;
    private final AtomicInteger questions = new AtomicInteger();

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
    void an_answer_that_something_does_not_fit_is_asked_for_anew_once_a_second() {
        ask();
        String atOnce = askAnew();

        clock.pass(Duration.ofSeconds(1));
        String aSecondLater = askAnew();
        String atOnceAgain = askAnew();

        assertThat(atOnce).isEqualTo("answer 1");
        assertThat(aSecondLater).isEqualTo("answer 2");
        assertThat(atOnceAgain).isEqualTo("answer 2");
    }

    @Test
    void whom_a_stand_in_does_not_fit_has_an_outage_cost_no_time_outs() {
        ask();
        clock.pass(FRESH);
        away = true;
        ask();
        int asked = questions.get();

        assertThat(askAnew()).isEqualTo("answer 1");
        assertThat(questions).hasValue(asked);
    }

    @Test
    void nor_does_it_where_the_answer_is_fresh_still() {
        ask();
        clock.pass(Duration.ofSeconds(1));
        away = true;
        askAnew();
        int asked = questions.get();

        assertThat(askAnew()).isEqualTo("answer 1");
        assertThat(questions).hasValue(asked);
    }

    /** A registry that hangs is asked for as long as a time-out takes. */
    @Test
    void an_outage_costs_one_request_a_time_out() {
        ask();
        clock.pass(FRESH);
        away = true;
        timeOut = Duration.ofSeconds(2);
        ask();

        for (int second = 0; second < 20; second++) {
            int asked = questions.get();
            assertThat(ask()).isEqualTo("answer 1");
            assertThat(questions).hasValue(asked);
            clock.pass(Duration.ofSeconds(1));
            behind.forEach(Runnable::run);
            behind.clear();
        }
    }

    @Test
    void a_stand_in_that_nobody_wanted_for_long_is_asked_for_anew() {
        ask();
        clock.pass(FRESH);
        away = true;
        ask();
        away = false;

        clock.pass(FRESH.plusSeconds(1));

        assertThat(ask()).isNotEqualTo("answer 1");
    }

    @Test
    void an_answer_that_is_wanted_after_five_seconds_is_asked_for_behind_the_back() {
        ask();
        clock.pass(AHEAD);

        String meanwhile = ask();
        String andTo = ask();
        behind.remove().run();

        assertThat(meanwhile).isEqualTo("answer 1");
        assertThat(andTo).isEqualTo("answer 1");
        assertThat(behind).as("one question is enough").isEmpty();
        assertThat(ask()).isEqualTo("answer 2");
    }

    @Test
    void an_answer_that_is_asked_for_ahead_is_good_from_when_it_was_asked_for() {
        ask();
        clock.pass(AHEAD);
        ask();
        behind.remove().run();

        clock.pass(FRESH);

        assertThat(ask()).isEqualTo("answer 3");
    }

    @Test
    void what_was_asked_for_ahead_in_vain_is_asked_for_again_after_a_second() {
        ask();
        clock.pass(AHEAD);
        away = true;
        ask();
        behind.remove().run();

        String afterwards = ask();
        boolean atOnce = !behind.isEmpty();
        clock.pass(Duration.ofSeconds(1));
        ask();

        assertThat(afterwards).isEqualTo("answer 1");
        assertThat(atOnce).isFalse();
        assertThat(behind).hasSize(1);
    }

    @Test
    void what_is_gone_is_seen_behind_the_back_as_well() {
        ask();
        clock.pass(AHEAD);
        cache.find("key", _ -> Optional.empty());

        behind.remove().run();

        assertThat(cache.find("key", _ -> Optional.of("asked once more"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void all_who_wait_for_an_answer_wait_for_one_question(boolean isAway) throws Exception {
        away = isAway;
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> said(() -> ask("key", asked::countDown, goOn)));
            asked.await();
            var others =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> new CompletableFuture<Thread>())
                            .map(thread -> waiting(threads, thread))
                            .toList();
            goOn.countDown();

            String answer = first.get();
            for (var other : others) {
                assertThat(other.get()).isEqualTo(answer);
            }
        }

        assertThat(questions).hasValue(1);
    }

    /** Somebody who asks for the same, and waits already. */
    private Future<String> waiting(ExecutorService threads, CompletableFuture<Thread> thread) {
        Future<String> answer =
                threads.submit(() -> {
                    thread.complete(Thread.currentThread());
                    return said(this::ask);
                });
        while (thread.join().getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static String said(Supplier<String> question) {
        try {
            return question.get();
        } catch (OAuthException refused) {
            return refused.getMessage();
        }
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
        boolean withinTheSecond = !behind.isEmpty();
        clock.pass(INSTANT);
        ask();

        assertThat(withinTheSecond).isFalse();
        assertThat(behind).hasSize(1);
        assertThat(questions).hasValue(2);
    }

    @Test
    void a_registry_that_is_back_is_believed_as_soon_as_it_was_asked() {
        ask();
        away = true;
        clock.pass(FRESH);
        ask();

        away = false;
        clock.pass(Duration.ofSeconds(1));
        String meanwhile = ask();
        behind.remove().run();

        assertThat(meanwhile).isEqualTo("answer 1");
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
        int withinTheSeconds = questions.get();
        clock.pass(INSTANT);
        askForUnknown("nobody");

        assertThat(withinTheSeconds).isEqualTo(1);
        assertThat(questions).hasValue(2);
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
                    questions.incrementAndGet();
                    return Optional.empty();
                });
    }

    private String ask() {
        return ask("key");
    }

    private String ask(String key) {
        return ask(key, () -> {}, new CountDownLatch(0));
    }

    private String ask(String key, Runnable asked, CountDownLatch goOn) {
        return cache.get(
                key,
                _ -> {
                    asked.run();
                    await(goOn);
                    return answer();
                });
    }

    private String askAnew() {
        return cache.findAnew("key", _ -> Optional.of(answer())).orElseThrow();
    }

    private String answer() {
        int question = questions.incrementAndGet();
        clock.pass(timeOut);
        if (away) {
            throw new RuntimeException("away");
        }
        return "answer " + question;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package guichet.kit.cache;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BriefCacheTest {
    /** In the second half of the second for which an answer is used. */
    private static final int LATER_MILLIS = 600;

    private final AtomicInteger questions = new AtomicInteger();
    private final BriefCache<String, String> cache = new BriefCache<>(this::ask);
    private volatile boolean away;
    private volatile CountDownLatch goOn = new CountDownLatch(0);

    @Test
    void what_was_just_asked_is_not_asked_again() {
        assertThat(cache.get("key")).isEqualTo("answer 1");
        assertThat(cache.get("key")).isEqualTo("answer 1");
    }

    @Test
    void in_the_second_half_it_is_asked_behind_the_back() throws Exception {
        cache.get("key");
        MILLISECONDS.sleep(LATER_MILLIS);
        goOn = new CountDownLatch(1);

        String meanwhile = cache.get("key");
        goOn.countDown();

        assertThat(meanwhile).isEqualTo("answer 1");
        awaitAnswer("answer 2");
    }

    @Test
    void what_is_asked_in_vain_behind_the_back_is_told_when_the_second_is_over() throws Exception {
        cache.get("key");
        away = true;
        MILLISECONDS.sleep(LATER_MILLIS);

        assertThat(cache.get("key")).isEqualTo("answer 1");
        MILLISECONDS.sleep(BriefCache.FRESH.toMillis());
        assertThatThrownBy(() -> cache.get("key")).hasMessage("away");
    }

    @Test
    void what_was_known_before_it_is_forgotten_does_not_come_back() throws Exception {
        cache.get("key");
        MILLISECONDS.sleep(LATER_MILLIS);
        goOn = new CountDownLatch(1);
        cache.get("key");
        while (questions.get() < 2) {
            Thread.onSpinWait();
        }

        cache.forget();
        goOn.countDown();
        MILLISECONDS.sleep(100);

        assertThat(cache.get("key")).isEqualTo("answer 3");
    }

    @Test
    void whoever_waits_for_a_question_shares_its_failure() throws Exception {
        away = true;
        goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    Stream.generate(() -> threads.submit(() -> cache.get("key")))
                            .limit(20)
                            .toList();
            while (questions.get() == 0) {
                Thread.onSpinWait();
            }
            MILLISECONDS.sleep(100);
            goOn.countDown();

            assertThat(all)
                    .allSatisfy(each -> assertThatThrownBy(each::get).hasRootCauseMessage("away"));
        }
        assertThat(questions).hasValue(1);
    }

    private void awaitAnswer(String answer) throws InterruptedException {
        while (!cache.get("key").equals(answer)) {
            MILLISECONDS.sleep(1);
        }
    }

    private String ask(String key) {
        int question = questions.incrementAndGet();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (away) {
            throw new IllegalStateException("away");
        }
        return "answer " + question;
    }
}

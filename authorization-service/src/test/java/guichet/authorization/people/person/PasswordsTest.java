package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.limit.NetworkShares;
import guichet.oauth.OAuthException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {
    private static final NetworkShares ALONE = new NetworkShares(1, Optional::empty);

    private static final Duration LONG = Duration.ofMinutes(1);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final HashingThreads threads =
            new HashingThreads(new Setting(1, 1, LONG), ALONE, new SimpleMeterRegistry());
    private final Passwords passwords = new Passwords(threads);

    @Test
    void hashes_are_argon2id_with_the_parameters_of_owasp() {
        String hash = passwords.hash("alice-opens-the-door");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("alice-opens-the-door", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    /** Replicas may differ in what they can load. */
    @Test
    void what_one_implementation_made_another_one_reads() {
        var java = new Argon2id.InJava();
        var ofItsAuthors = new Argon2id.Native();
        String password = "Zürich 𝔊 ouvre";

        assertThat(java.matches(password, ofItsAuthors.hash(password))).isTrue();
        assertThat(ofItsAuthors.matches(password, java.hash(password))).isTrue();
        assertThat(ofItsAuthors.matches("Zürich", java.hash(password))).isFalse();
    }

    @Test
    void who_has_their_share_of_the_queue_is_told_to_come_back_and_others_wait() throws Exception {
        var turn = new CountDownLatch(1);
        var sender = new ThreadLocal<String>();
        var shared = new NetworkShares(4, () -> Optional.ofNullable(sender.get()));
        var patient = new HashingThreads(new Setting(1, 4, LONG), shared, meters);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var served =
                    Stream.of("one", "one", "another")
                            .map(it ->
                                    people.submit(() -> {
                                        sender.set(it);
                                        return patient.run(() -> wait(turn));
                                    }))
                            .toList();
            await(() -> meters.get("guichet.hashing.waiting").gauge().value() == 2);

            sender.set("one");
            assertThatThrownBy(() -> patient.run(() -> 4)).isInstanceOf(OAuthException.class);
            turn.countDown();
            for (var each : served) {
                assertThat(each.get()).isTrue();
            }
            assertThat(patient.run(() -> 4)).isEqualTo(4);
        }
    }

    @Test
    void too_many_at_once_are_told_to_come_back() throws Exception {
        var setting = new Setting(1, 1, LONG);
        var impatient = new Passwords(new HashingThreads(setting, ALONE, meters));
        Callable<String> hash = () -> impatient.hash("busy");

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = racers.invokeAll(IntStream.range(0, 16).mapToObj(_ -> hash).toList());

            assertThat(futures).anyMatch(it -> it.state() == Future.State.SUCCESS);
            assertThat(futures)
                    .filteredOn(it -> it.state() == Future.State.FAILED)
                    .isNotEmpty()
                    .allMatch(it -> it.exceptionNow() instanceof OAuthException)
                    .allMatch(it ->
                            it.exceptionNow().getMessage().startsWith("temporarily_unavailable"));
        }
    }

    @Test
    void of_those_who_wait_for_a_turn_no_more_are_kept_than_the_setting_says() throws Exception {
        var turn = new CountDownLatch(1);
        var patient = new HashingThreads(new Setting(1, 2, LONG), ALONE, meters);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var served =
                    Stream.generate(() -> people.submit(() -> patient.run(() -> wait(turn))))
                            .limit(3)
                            .toList();
            await(() -> meters.get("guichet.hashing.waiting").gauge().value() == 2);

            assertThatThrownBy(() -> patient.run(() -> 4))
                    .isInstanceOfSatisfying(
                            OAuthException.class,
                            it -> assertThat(it.error().retryAfter()).isPresent());
            turn.countDown();
            for (var each : served) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    /** However many hash: what else the requests of people need goes on. */
    @Test
    void hashing_leaves_the_threads_of_requests_to_others() throws Exception {
        var names = new ConcurrentSkipListSet<String>();

        threads.run(() -> names.add(Thread.currentThread().getName()));

        assertThat(names).singleElement().asString().startsWith("hashing-");
    }

    @Test
    void who_is_refused_is_counted() {
        var impatient = new HashingThreads(new Setting(1, 1, Duration.ZERO), ALONE, meters);
        var turn = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.submit(() -> impatient.run(() -> wait(turn)));
            await(() -> isRefused(impatient));
            turn.countDown();
        }

        assertThat(meters.get("guichet.hashing.refused").counters())
                .anySatisfy(it -> assertThat(it.count()).isPositive());
    }

    private static boolean isRefused(HashingThreads threads) {
        try {
            threads.run(() -> true);
            return false;
        } catch (OAuthException _) {
            return true;
        }
    }

    private static boolean wait(CountDownLatch turn) throws InterruptedException {
        return turn.await(1, TimeUnit.MINUTES);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private record Setting(int hashes, int queue, Duration patience) implements PasswordConfig {
        @Override
        public OptionalInt concurrentHashes() {
            return OptionalInt.of(hashes);
        }

        @Override
        public int minimumLength() {
            return 15;
        }
    }
}

package guichet.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.limit.NetworkShares.Place;
import guichet.kit.time.HandClock;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls there are at once, and who causes them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class OutsidePlacesTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final URI ADDRESS = URI.create("https://slow.example/jwks");

    private Optional<String> sender = Optional.empty();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void who_would_be_one_too_many_is_told_when_to_come_back() {
        var places = new OutsidePlaces(2, () -> {}, () -> sender);
        places.take();
        places.take();

        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(places::take)
                .satisfies(it -> assertThat(it.error().reason()).isEqualTo(Reason.SERVICE_BUSY))
                .satisfies(it ->
                        assertThat(it.error().description()).contains("servers of applications"))
                .satisfies(it ->
                        assertThat(it.error().headers("https://issuer.example"))
                                .containsEntry("Retry-After", "5"));
    }

    @Test
    void a_place_that_is_given_back_in_a_moment_is_waited_for() throws Exception {
        var places = new OutsidePlaces(1, () -> {}, () -> sender);
        Place first = places.take();

        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiter = new AtomicReference<Thread>();
            var second =
                    waiting.submit(() -> {
                        waiter.set(Thread.currentThread());
                        return places.take();
                    });
            while (waiter.get() == null || waiter.get().getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            first.close();

            assertThat(second.get()).isNotNull();
        }
    }

    @Test
    void one_network_has_half_of_the_places_and_leaves_the_others_theirs() {
        var places = new OutsidePlaces(8, () -> {}, () -> sender);
        sender = Optional.of("greedy");
        IntStream.range(0, 4).forEach(_ -> places.take());

        assertThatThrownBy(places::take).isInstanceOf(OAuthException.class);
        sender = Optional.of("another");
        assertThat(places.take()).isNotNull();
        sender = Optional.of("greedy");
        assertThatThrownBy(places::take).isInstanceOf(OAuthException.class);
    }

    @Test
    void nothing_is_taken_by_who_may_cause_no_more() {
        var places =
                new OutsidePlaces(
                        1,
                        () -> {
                            if (sender.isPresent()) {
                                throw Reason.TOO_MANY_REQUESTS.refuse("too many requests");
                            }
                        },
                        () -> sender);
        sender = Optional.of("greedy");
        assertThatThrownBy(places::take).isInstanceOf(OAuthException.class);

        sender = Optional.empty();

        assertThat(places.take()).isNotNull();
    }

    /**
     * Name servers that do not answer hold whoever asks them for much longer than three seconds.
     */
    @Test
    void a_name_that_is_still_looked_for_keeps_its_place() throws Exception {
        var resolved = new CountDownLatch(1);
        var asked = new AtomicInteger();
        var calls =
                calling(
                        2,
                        host -> {
                            asked.incrementAndGet();
                            resolved.await();
                            throw new UnknownHostException(host);
                        });

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> calls.get(ADDRESS)).hasMessageContaining("longer than 3 s");
        }
        assertThatThrownBy(() -> calls.get(ADDRESS)).isInstanceOf(OAuthException.class);
        assertThat(asked).hasValue(2);

        resolved.countDown();
        assertThatThrownBy(() -> calls.get(ADDRESS)).isInstanceOf(OutsideFailure.class);
    }

    @Test
    void a_call_that_fails_gives_its_place_back() {
        var calls =
                calling(
                        1,
                        host -> {
                            throw new UnknownHostException(host);
                        });

        for (int time = 0; time < 5; time++) {
            assertThatThrownBy(() -> calls.get(ADDRESS)).isInstanceOf(OutsideFailure.class);
        }
    }

    private OutsideCalls calling(int places, SlowResolver resolver) {
        return new OutsideCalls(
                OutsideCallsTest.allowing(),
                VERTX,
                new HandClock(),
                new OutsidePlaces(places, () -> {}, Optional::empty),
                host -> {
                    try {
                        return resolver.resolve(host);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                Optional.empty());
    }

    @FunctionalInterface
    private interface SlowResolver {
        InetAddress[] resolve(String host) throws UnknownHostException, InterruptedException;
    }
}

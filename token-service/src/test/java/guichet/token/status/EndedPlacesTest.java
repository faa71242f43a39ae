package guichet.token.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.time.HandClock;
import guichet.oauth.OAuthException;
import guichet.token.grant.GrantsEnded;
import guichet.token.grant.NewEnds;
import guichet.token.grant.StatusIndex;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How often the database is asked, however many ask for lists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndedPlacesTest {
    private static final Duration FRESH = Duration.ofMillis(250);
    private static final StatusIndex NEXT = StatusIndex.of(3, 7);

    private final HandClock clock = new HandClock();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<Long> read = new ArrayList<>();
    private volatile Supplier<Optional<List<StatusIndex>>> database = () -> Optional.of(List.of());
    private final EndedPlaces places =
            new EndedPlaces(clock, this::whole, this::look, new SimpleMeterRegistry());

    @Test
    void a_list_is_read_whole_once() {
        places.in(2);
        clock.pass(FRESH);
        places.in(2);

        assertThat(read).containsExactly(2L);
        assertThat(looks).hasValue(2);
    }

    @Test
    void an_answer_serves_for_a_quarter_of_a_second() {
        places.in(2);
        clock.pass(FRESH.minusMillis(1));
        places.in(2);

        assertThat(looks).hasValue(1);
    }

    @Test
    void what_has_ended_is_added_to_the_lists_that_were_read() {
        assertThat(places.in(2)).contains(new BitSet());

        endsAt(StatusIndex.of(2, 5));

        assertThat(places.in(2)).contains(bit(5));
        assertThat(read).containsExactly(2L);
    }

    @Test
    void a_list_that_stays_as_it_is_is_the_very_same() {
        endsAt(StatusIndex.of(2, 5));
        places.in(2);
        BitSet before = places.in(2).orElseThrow();

        endsAt(StatusIndex.of(1, 5));

        assertThat(places.in(2).orElseThrow()).isSameAs(before);
    }

    @Test
    void all_is_read_anew_where_nobody_can_tell_what_has_ended() {
        places.in(2);
        clock.pass(FRESH);
        database = Optional::empty;

        places.in(2);

        assertThat(read).containsExactly(2L, 2L);
    }

    @Test
    void an_end_that_is_told_here_is_seen_at_once_by_whoever_needs_to() {
        places.in(2);
        places.countEnd(new GrantsEnded.OfAnybody());

        places.in(2);
        assertThat(looks).hasValue(1);
        assertThat(places.findFresh(2)).isEmpty();
        places.inNow(2);

        assertThat(looks).hasValue(2);
    }

    @Test
    void however_many_ends_are_told_those_who_wait_share_a_look() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<BitSet>>> all =
                    IntStream.range(0, 100)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        places.countEnd(new GrantsEnded.OfAnybody());
                                        return places.inNow(2);
                                    }))
                            .toList();
            for (Future<Optional<BitSet>> each : all) {
                assertThat(each.get()).isPresent();
            }
        }

        assertThat(looks).hasValueLessThan(10);
    }

    @Test
    void whoever_asks_for_lists_that_are_not_there_does_not_have_the_database_asked() {
        places.in(2);

        for (long list : new long[] {-1, 5, 999, Long.MAX_VALUE / StatusIndex.LIST_SIZE}) {
            assertThat(places.in(list)).isEmpty();
        }

        assertThat(read).containsExactly(2L);
        assertThat(looks).hasValue(1);
    }

    /** Its first grant may have been made since. */
    @Test
    void the_next_list_is_there_before_it_has_a_grant() {
        assertThat(places.in(NEXT.list() + 1)).contains(new BitSet());
    }

    @Test
    void whoever_comes_while_one_looks_has_the_same_answer() throws Exception {
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        database =
                () -> {
                    asked.countDown();
                    await(answered);
                    return Optional.of(List.of());
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<BitSet>>> all =
                    IntStream.range(0, 50)
                            .mapToObj(_ -> threads.submit(() -> places.in(2)))
                            .toList();
            await(asked);
            answered.countDown();
            for (Future<Optional<BitSet>> each : all) {
                assertThat(each.get()).isPresent();
            }
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void after_a_look_it_rests_for_three_times_as_long() {
        var moments = new ArrayList<Long>();
        database =
                () -> {
                    moments.add(System.nanoTime());
                    sleep(Duration.ofMillis(30));
                    moments.add(System.nanoTime());
                    return Optional.of(List.of());
                };
        places.in(2);
        clock.pass(FRESH);

        places.in(2);

        long look = moments.get(1) - moments.get(0);
        long rest = moments.get(2) - moments.get(1);
        assertThat(rest).isGreaterThanOrEqualTo(3 * look);
    }

    @Test
    void a_look_that_took_long_is_not_rested_from_for_longer_than_a_second() {
        database =
                () -> {
                    sleep(Duration.ofSeconds(2));
                    return Optional.of(List.of());
                };
        places.in(2);
        clock.pass(FRESH);
        database = () -> Optional.of(List.of());
        long start = System.nanoTime();

        places.in(2);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void while_the_database_does_not_answer_nobody_waits_for_long() throws Exception {
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        database =
                () -> {
                    asked.countDown();
                    await(answered);
                    return Optional.of(List.of());
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> places.in(2));
            await(asked);
            var others =
                    IntStream.range(0, 10)
                            .mapToObj(_ -> threads.submit(() -> places.in(2)))
                            .toList();

            for (Future<Optional<BitSet>> other : others) {
                assertThatThrownBy(other::get).hasCauseInstanceOf(OAuthException.class);
            }
            answered.countDown();
            assertThat(first.get()).isPresent();
        }
    }

    @Test
    void what_would_have_the_database_asked_is_not_there_without_asking() {
        assertThat(places.findFresh(2)).isEmpty();
        places.in(2);
        assertThat(places.findFresh(2)).contains(new BitSet());
        assertThat(places.findFresh(1)).isEmpty();
        clock.pass(FRESH);
        assertThat(places.findFresh(2)).isEmpty();
    }

    private void endsAt(StatusIndex place) {
        clock.pass(FRESH);
        database = () -> Optional.of(List.of(place));
    }

    private BitSet whole(long list) {
        read.add(list);
        return new BitSet();
    }

    private NewEnds.Answer look() {
        looks.incrementAndGet();
        return new NewEnds.Answer(NEXT, database.get());
    }

    private static BitSet bit(int position) {
        var bits = new BitSet();
        bits.set(position);
        return bits;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

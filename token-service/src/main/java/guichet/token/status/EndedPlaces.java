package guichet.token.status;

import static java.util.stream.Collectors.groupingBy;

import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.token.grant.Grants;
import guichet.token.grant.GrantsEnded;
import guichet.token.grant.NewEnds;
import guichet.token.grant.StatusIndex;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The places of ended grants, list by list, as the database said lately: an end is seen within a
 * quarter of a second, or where looking takes longer within that time and a rest, since anybody can
 * ask for lists. While the database does not answer nobody waits for long.
 */
@ApplicationScoped
class EndedPlaces {
    private static final Duration FRESH = Duration.ofMillis(250);

    /** After a look nobody looks again for so many times as long, up to a second. */
    private static final int REST = 3;

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    /** However many ends are told here, and however soon they are to be seen. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(50);

    /** For whoever is looking. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Clock clock;
    private final LongFunction<BitSet> whole;
    private final Supplier<NewEnds.Answer> newEnds;

    /** Read once; since then what ends is added. Sets are replaced and never changed. */
    private final Map<Long, BitSet> lists = new ConcurrentHashMap<>();

    /** Whoever comes while one looks waits for the same answer, and in turn. */
    private final Lock looking = new ReentrantLock(true);

    /** How many ends were told here: whoever told one sees it. */
    private final AtomicLong ends = new AtomicLong();

    private final Timer looks;

    private volatile Look last = new Look(Instant.EPOCH, 0, new StatusIndex(0), System.nanoTime());

    @Inject
    EndedPlaces(Clock clock, Grants grants, NewEnds newEnds, MeterRegistry meters) {
        this(clock, grants::endedIn, newEnds::read, meters);
    }

    /**
     * Those of a database that is asked by these.
     *
     * @param whole all places of a list
     * @param newEnds what came since it was asked before, never twice at a time
     */
    EndedPlaces(
            Clock clock,
            LongFunction<BitSet> whole,
            Supplier<NewEnds.Answer> newEnds,
            MeterRegistry meters) {
        this.clock = clock;
        this.looks =
                Timer.builder("guichet.status.look")
                        .description("how long it took to learn what has ended")
                        .register(meters);
        this.whole = whole;
        this.newEnds = newEnds;
    }

    /**
     * Those of a list, which nobody may change; empty for one in which no grant has a place yet.
     *
     * @throws OAuthException {@code temporarily_unavailable} when looking takes too long
     */
    Optional<BitSet> in(long list) {
        return in(list, 0);
    }

    /** Likewise, with all that was ended here before. */
    Optional<BitSet> inNow(long list) {
        return in(list, ends.get());
    }

    /** Any look will do that began after whoever asks came, for all who wait for it. */
    private Optional<BitSet> in(long list, long told) {
        Instant now = clock.instant();
        Look look = last;
        Optional<BitSet> known = Optional.ofNullable(lists.get(list));
        if (look.isGood(now, told) && (known.isPresent() || !look.covers(list))) {
            return known;
        }
        awaitTurn();
        try {
            if (!last.isGood(now, told)) {
                look();
            }
            return last.covers(list)
                    ? Optional.of(lists.computeIfAbsent(list, whole::apply))
                    : Optional.empty();
        } finally {
            looking.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!looking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Reason.SERVICE_AWAY.refuse("the database does not tell what has ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As it was seen last, however long ago. */
    Optional<BitSet> latest(long list) {
        return Optional.ofNullable(lists.get(list));
    }

    /** Likewise, but without asking the database: empty as well if it would have to be asked. */
    Optional<BitSet> findFresh(long list) {
        return last.isGood(clock.instant(), ends.get())
                ? Optional.ofNullable(lists.get(list))
                : Optional.empty();
    }

    void countEnd(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsEnded event) {
        ends.incrementAndGet();
    }

    private void look() {
        last.awaitRest();
        Instant now = clock.instant();
        long before = ends.get();
        long start = System.nanoTime();
        NewEnds.Answer answer = newEnds.get();
        answer.ended().ifPresentOrElse(this::add, lists::clear);
        long end = System.nanoTime();
        looks.record(end - start, TimeUnit.NANOSECONDS);
        long rest =
                Math.clamp(REST * (end - start), SHORTEST_REST.toNanos(), LONGEST_REST.toNanos());
        last = new Look(now, before, answer.nextPlace(), end + rest);
    }

    private void add(List<StatusIndex> ended) {
        ended.stream()
                .collect(groupingBy(StatusIndex::list))
                .forEach((list, places) ->
                        lists.computeIfPresent(list, (_, known) -> with(places, known)));
    }

    /** The very same as long as nothing changes, so that comparing them costs nothing. */
    private static BitSet with(List<StatusIndex> places, BitSet known) {
        if (places.stream().allMatch(it -> known.get(it.position()))) {
            return known;
        }
        BitSet more = (BitSet) known.clone();
        places.forEach(it -> more.set(it.position()));
        return more;
    }

    /**
     * When the database was asked, and after how many ends that were told here.
     *
     * @param nextPlace the one that the next grant got
     * @param restUntil when it may be asked again, as {@link System#nanoTime} has it
     */
    private record Look(Instant at, long ends, StatusIndex nextPlace, long restUntil) {
        /**
         * Whether it is of a quarter of a second before then at most, or later, and after so many
         * ends; false as well when the clock was set back.
         */
        boolean isGood(Instant then, long told) {
            return ends >= told
                    && !then.isBefore(at.minus(PATIENCE))
                    && then.isBefore(at.plus(FRESH));
        }

        /** One list more than there was then: its first grant is made before the next look. */
        boolean covers(long list) {
            return list >= 0 && list <= nextPlace.list() + 1;
        }

        void awaitRest() {
            try {
                TimeUnit.NANOSECONDS.sleep(restUntil - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}

package guichet.token.status;

import guichet.token.grant.Grants;
import guichet.token.grant.GrantsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The places of ended grants, list by list, as the database said lately: an end is seen within a
 * quarter of a second, or within four times what reading the list takes where that is longer, since
 * anybody can ask for lists.
 */
@ApplicationScoped
class EndedPlaces {
    private static final Duration FRESH = Duration.ofMillis(250);

    /** After a look at a list it is not looked at again for so many times as long. */
    private static final int REST = 3;

    private final Clock clock;
    private final Grants grants;
    private final Map<Long, Known> lists = new ConcurrentHashMap<>();

    /** Whoever likes has lists read: one at a time, and each with a rest. */
    private final Lock looking = new ReentrantLock();

    /** How many ends there were here: what was read before one is not fresh after it. */
    private final AtomicLong ends = new AtomicLong();

    EndedPlaces(Clock clock, Grants grants) {
        this.clock = clock;
        this.grants = grants;
    }

    /** Those of a list, which nobody may change; empty for a list to come. */
    Optional<BitSet> in(long list) {
        return findFresh(list)
                .or(() ->
                        Optional.ofNullable(lists.compute(list, this::upToDate)).map(Known::ended));
    }

    /** Likewise, but without asking the database: empty as well if it would have to be asked. */
    Optional<BitSet> findFresh(long list) {
        return Optional.ofNullable(lists.get(list)).filter(this::isFresh).map(Known::ended);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsEnded event) {
        ends.incrementAndGet();
    }

    /** Whoever comes meanwhile waits for the same answer. */
    private @Nullable Known upToDate(long list, @Nullable Known last) {
        if (last != null && isFresh(last)) {
            return last;
        }
        if (last != null) {
            last.awaitRest();
        }
        looking.lock();
        try {
            return look(list, last);
        } finally {
            looking.unlock();
        }
    }

    private @Nullable Known look(long list, @Nullable Known last) {
        Instant now = clock.instant();
        long before = ends.get();
        long start = System.nanoTime();
        Optional<BitSet> places = grants.endedIn(list);
        long end = System.nanoTime();
        return places.map(ended ->
                        new Known(kept(ended, last), now, before, end + REST * (end - start)))
                .orElse(null);
    }

    /** The very same as long as nothing changes, so that comparing them costs nothing. */
    private static BitSet kept(BitSet ended, @Nullable Known last) {
        return last != null && last.ended().equals(ended) ? last.ended() : ended;
    }

    /** False as well when the clock was set back. */
    private boolean isFresh(Known known) {
        Instant now = clock.instant();
        return known.ends() == ends.get()
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(FRESH));
    }

    /**
     * What the database said, and when it was asked: after how many ends.
     *
     * @param restUntil when it may be asked again, as {@link System#nanoTime} has it
     */
    private record Known(BitSet ended, Instant at, long ends, long restUntil) {
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

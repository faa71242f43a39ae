package guichet.token.grant;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Up to where the ends of grants were seen.
 *
 * @param transaction what transactions before it told was seen
 * @param place of the grants before it, all that will ever be there were seen
 * @param mark those made until then are looked at next
 * @param numbered before it are the transactions that made them; empty as long as that is not sure
 */
record SeenEnds(long transaction, long place, Snapshot mark, OptionalLong numbered) {
    /** A grant has its place a moment before its transaction has a number. */
    private static final Duration UNNUMBERED = Duration.ofSeconds(1);

    /**
     * Nothing was, but whatever is read from now on. What runs takes less time than filling a list.
     */
    static SeenEnds first(Snapshot now) {
        long place = Math.max(0, now.nextPlace() - StatusIndex.LIST_SIZE);
        return new SeenEnds(now.oldest(), place, now, OptionalLong.empty());
    }

    /** False if transactions are counted from an earlier one again: by a copy of the database. */
    boolean isBefore(Snapshot now) {
        return transaction <= now.oldest();
    }

    /** When everything until then was read. */
    SeenEnds upTo(Snapshot now) {
        if (numbered.isEmpty()) {
            return new SeenEnds(now.oldest(), place, mark, numberedAt(now));
        }
        boolean areOver = now.oldest() >= numbered.getAsLong();
        return areOver
                ? new SeenEnds(now.oldest(), mark.nextPlace(), now, OptionalLong.empty())
                : new SeenEnds(now.oldest(), place, mark, numbered);
    }

    private OptionalLong numberedAt(Snapshot now) {
        return now.nanoTime() - mark.nanoTime() > UNNUMBERED.toNanos()
                ? OptionalLong.of(now.next())
                : OptionalLong.empty();
    }
}

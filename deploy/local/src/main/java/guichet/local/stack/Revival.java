package guichet.local.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * When a service that ended by itself is started again: a second later at first, and twice as late
 * each time that it ends within a minute, up to a minute.
 *
 * @param inARow how often it has ended so, 0 before the first time
 * @param at when it is started, or was
 */
record Revival(int inARow, Instant at) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    /** Of one that was started by somebody. */
    static Revival none(Instant started) {
        return new Revival(0, started);
    }

    /** The next one. */
    Revival after(Instant end) {
        boolean held = end.isAfter(at.plus(LONGEST));
        int before = held ? 0 : inARow;
        return new Revival(before + 1, end.plus(delay(before)));
    }

    private static Duration delay(int before) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(before, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}

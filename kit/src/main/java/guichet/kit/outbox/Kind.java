package guichet.kit.outbox;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * A kind of messages.
 *
 * @param name what they are called where they are kept
 * @param payload what one of them says, kept as JSON; its text stands in logs
 * @param patience how old a message becomes before it is given up
 * @param longestRest up to which the rests between attempts double
 * @param mostWaiting so many of them wait for one recipient at most; beyond that the oldest are
 *     given up
 */
public record Kind<P>(
        String name,
        Class<P> payload,
        Duration patience,
        Duration longestRest,
        OptionalInt mostWaiting) {
    /** For a neighbour, which is told of it soon once it is back, however long it was away. */
    public static <P> Kind<P> untilHeard(String name, Class<P> payload) {
        Duration patience = ChronoUnit.FOREVER.getDuration();
        return new Kind<>(name, payload, patience, Duration.ofSeconds(10), OptionalInt.empty());
    }

    /** What nobody waits for any more after a time. */
    public static <P> Kind<P> within(Duration patience, String name, Class<P> payload) {
        return new Kind<>(name, payload, patience, Duration.ofMinutes(30), OptionalInt.empty());
    }

    /** The same, for recipients that may never take one, and that strangers choose. */
    public Kind<P> withMostWaiting(int most) {
        return new Kind<>(name, payload, patience, longestRest, OptionalInt.of(most));
    }
}

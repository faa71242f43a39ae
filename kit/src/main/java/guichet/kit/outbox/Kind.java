package guichet.kit.outbox;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A kind of messages.
 *
 * @param name what they are called where they are kept
 * @param payload what one of them says, kept as JSON; its text stands in logs
 * @param patience how old a message becomes before it is given up
 * @param longestRest up to which the rests between attempts double
 */
public record Kind<P>(String name, Class<P> payload, Duration patience, Duration longestRest) {
    /** For a neighbour, which is told of it soon once it is back, however long it was away. */
    public static <P> Kind<P> untilHeard(String name, Class<P> payload) {
        return new Kind<>(name, payload, ChronoUnit.FOREVER.getDuration(), Duration.ofSeconds(10));
    }

    /** What nobody waits for any more after a time. */
    public static <P> Kind<P> within(Duration patience, String name, Class<P> payload) {
        return new Kind<>(name, payload, patience, Duration.ofMinutes(30));
    }
}

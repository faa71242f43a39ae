package guichet.kit.outbox;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A kind of messages.
 *
 * @param name what they are called where they are kept
 * @param payload what one of them says, kept as JSON; its text stands in logs
 * @param patience how old a message becomes before it is given up
 * @param longestRest up to which the rests between attempts double
 * @param bound how many wait for one recipient once an attempt failed, if that is limited
 */
public record Kind<P>(
        String name,
        Class<P> payload,
        Duration patience,
        Duration longestRest,
        Optional<Bound> bound) {
    /**
     * How many messages wait for one recipient. Beyond that some are given up: of what those cause
     * who caused most, and the oldest.
     *
     * @param most for one recipient
     * @param cause the member of the payload that says who caused it
     */
    public record Bound(int most, String cause) {}

    /** For a neighbour, which is told of it soon once it is back, however long it was away. */
    public static <P> Kind<P> untilHeard(String name, Class<P> payload) {
        Duration patience = ChronoUnit.FOREVER.getDuration();
        return new Kind<>(name, payload, patience, Duration.ofSeconds(10), Optional.empty());
    }

    /** What nobody waits for any more after a time. */
    public static <P> Kind<P> within(Duration patience, String name, Class<P> payload) {
        return new Kind<>(name, payload, patience, Duration.ofMinutes(30), Optional.empty());
    }

    /** The same, for recipients that may never take one, and that strangers choose. */
    public Kind<P> withBound(int most, String cause) {
        var bound = Optional.of(new Bound(most, cause));
        return new Kind<>(name, payload, patience, longestRest, bound);
    }
}

package guichet.kit.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A message that was claimed for an attempt.
 *
 * @param attempts made so far, the one under way included
 * @param failures how often any message was tried for this recipient
 */
record Waiting(
        UUID id,
        String kind,
        String recipient,
        String payload,
        Instant askedAt,
        int attempts,
        int failures) {
    static final Duration FIRST_REST = Duration.ofSeconds(5);

    /** Soon enough for who is there again, and seldom enough for who never was. */
    static final Duration LONGEST_OF_OTHERS = Duration.ofMinutes(1);

    boolean isOlderThan(Duration patience, Instant now) {
        return Duration.between(askedAt, now).compareTo(patience) > 0;
    }

    /**
     * How long it rests after this attempt: twice as long each time, and up to a fifth less, so
     * that what failed together is not tried again together.
     */
    Duration rest(Duration longest) {
        Duration rest = doubled(attempts, longest);
        return rest.minusMillis(ThreadLocalRandom.current().nextLong(rest.toMillis() / 5 + 1));
    }

    /** How long whatever else is for the same recipient rests after it. */
    Duration restOfOthers() {
        return doubled(failures, LONGEST_OF_OTHERS);
    }

    private static Duration doubled(int attempts, Duration longest) {
        Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** Never what it says: that may be somebody's address. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}

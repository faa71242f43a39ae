package guichet.outside;

import guichet.kit.foreign.ForeignKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A JWK Set as it was last published.
 *
 * @param characters as many as it has
 * @param askedAt when its server was last asked for it, in vain or not
 * @param dueAt when it is to be asked again
 * @param endsAt when it serves no longer, its server being away
 */
record PublishedSet(
        URI address,
        ForeignKeys keys,
        int characters,
        Instant askedAt,
        Instant dueAt,
        Instant endsAt) {
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(1);
    private static final Duration DURING_AN_OUTAGE = Duration.ofHours(1);
    private static final Duration BETWEEN_IN_VAIN = Duration.ofSeconds(5);
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    /**
     * One that was fetched just now.
     *
     * @param told until when it may be kept, if its server says so; what may not be kept is fetched
     *     as often as for an unknown key
     */
    static PublishedSet of(URI address, ForeignKeys keys, Optional<Instant> told, Instant now) {
        Instant soonest = now.plus(BETWEEN_UNKNOWN);
        Instant due = told.orElse(now.plus(UNTOLD));
        if (due.isBefore(soonest)) {
            due = soonest;
        }
        int characters = keys.toJson().length();
        return new PublishedSet(address, keys, characters, now, due, due.plus(DURING_AN_OUTAGE));
    }

    /** The same, whose server is not asked again for a moment. */
    PublishedSet askedForInVain(Instant now) {
        Instant later = now.plus(BETWEEN_IN_VAIN);
        Instant due = later.isAfter(dueAt) ? later : dueAt;
        return new PublishedSet(address, keys, characters, now, due, endsAt);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(dueAt) && now.isBefore(endsAt);
    }

    boolean isGoodInAnOutage(Instant now) {
        return now.isBefore(endsAt);
    }

    /** Whoever names an unknown key has it asked for once in a while. */
    boolean wasJustAskedFor(Instant now) {
        return now.isBefore(askedAt.plus(BETWEEN_UNKNOWN)) && now.isBefore(endsAt);
    }
}

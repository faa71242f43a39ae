package guichet.resource;

import guichet.resource.Published.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One of the issuer's status lists; there as long as a token of it may come. */
final class WatchedList {
    private final Published<StatusList> published;
    private volatile Instant wantedUntil = Instant.EPOCH;

    WatchedList(Published<StatusList> published) {
        this.published = published;
    }

    Published<StatusList> published() {
        return published;
    }

    /** Keeps it from being forgotten before then; a race loses a second's worth at most. */
    void wantUntil(Instant expiry) {
        if (expiry.isAfter(wantedUntil)) {
            wantedUntil = expiry;
        }
    }

    boolean isWantedAt(Instant now) {
        return now.isBefore(wantedUntil);
    }

    /**
     * Where the grant of a token stands.
     *
     * @param lasting how long what was last known is gone by
     */
    GrantStatus statusOf(StatusReference token, Instant now, Duration lasting) {
        Optional<Seen<StatusList>> last = published.seen();
        if (last.filter(it -> !it.content().isValid(token.index())).isPresent()) {
            return GrantStatus.ENDED;
        }
        Instant knownAt =
                last.map(Seen::at).filter(token.issuedAt()::isBefore).orElse(token.issuedAt());
        return now.isAfter(knownAt.plus(lasting)) ? GrantStatus.UNKNOWN : GrantStatus.GOOD;
    }
}

package guichet.resource;

import guichet.resource.StatusListFetcher.Fetched;
import guichet.resource.StatusListFetcher.NotFetched;
import guichet.resource.StatusListFetcher.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One of the issuer's status lists, as last seen; there as long as a token of it may come. */
final class WatchedList {
    private static final Logger LOG = Logger.getLogger(WatchedList.class);

    private final String uri;
    private final StatusListFetcher fetcher;
    private volatile @Nullable Seen seen;
    private volatile Instant wantedUntil = Instant.EPOCH;
    private volatile boolean away;
    private Instant askedAt = Instant.EPOCH; // guarded by this
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null); // by this

    WatchedList(String uri, StatusListFetcher fetcher) {
        this.uri = uri;
        this.fetcher = fetcher;
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

    boolean isUnseen() {
        return seen == null;
    }

    /** The question under way, which all who ask share; a new one if the last is old enough. */
    synchronized CompletableFuture<Void> ask(Instant now, Duration sinceTheLast) {
        if (asked.isDone() && !now.isBefore(askedAt.plus(sinceTheLast))) {
            askedAt = now;
            Seen last = seen;
            asked =
                    fetcher.fetch(uri, last == null ? "" : last.etag())
                            .thenAccept(result -> take(result, now));
        }
        return asked;
    }

    /**
     * Where the grant at this position stands.
     *
     * @param issuedAt when the token was issued: its grant was good then
     * @param lasting how long what was last known is gone by
     */
    GrantStatus statusAt(long index, Instant issuedAt, Instant now, Duration lasting) {
        Seen last = seen;
        if (last != null && !last.list().isValid(index)) {
            return GrantStatus.ENDED;
        }
        Instant knownAt = last == null || issuedAt.isAfter(last.at()) ? issuedAt : last.at();
        return now.isAfter(knownAt.plus(lasting)) ? GrantStatus.UNKNOWN : GrantStatus.GOOD;
    }

    private void take(StatusListFetcher.Result result, Instant at) {
        switch (result) {
            case Fetched(var list, var etag) -> see(new Seen(list, etag, at));
            case Unchanged() -> {
                Seen last = seen;
                if (last != null) {
                    see(new Seen(last.list(), last.etag(), at));
                }
            }
            case NotFetched(var reason) -> {
                LOG.logf(
                        away ? Logger.Level.DEBUG : Logger.Level.WARN, // once per outage
                        "the status list %s is not to be had: %s",
                        uri,
                        reason);
                away = true;
            }
        }
    }

    private void see(Seen latest) {
        seen = latest;
        if (away) {
            LOG.infof("the status list %s is to be had again", uri);
        }
        away = false;
    }

    /** A state of the list and when the issuer last confirmed it. */
    private record Seen(StatusList list, String etag, Instant at) {}
}

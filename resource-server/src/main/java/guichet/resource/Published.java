package guichet.resource;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer publishes at an address, as last seen. Without an answer, or with a useless one,
 * that goes on serving.
 */
final class Published<T> {
    private static final Logger LOG = Logger.getLogger(Published.class);

    private final URI address;
    private final BoundedFetch http;
    private final Reader<T> reader;
    private volatile @Nullable Seen<T> seen;
    private volatile boolean away;
    private Instant askedAt = Instant.EPOCH; // guarded by this
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null); // by this

    Published(URI address, BoundedFetch http, Reader<T> reader) {
        this.address = address;
        this.http = http;
        this.reader = reader;
    }

    /** Empty until the first answer. */
    Optional<Seen<T>> seen() {
        return Optional.ofNullable(seen);
    }

    /**
     * The question under way, which all who ask share; a new one if the last is old enough.
     * Whatever comes of it is no failure.
     */
    synchronized CompletableFuture<Void> ask(Instant now, Duration sinceTheLast) {
        if (asked.isDone() && !now.isBefore(askedAt.plus(sinceTheLast))) {
            askedAt = now;
            asked =
                    http.get(address, seen().map(Seen::etag).orElse(""))
                            .thenAcceptAsync(it -> take(it, now), Thread::startVirtualThread)
                            .exceptionally(this::missed);
        }
        return asked;
    }

    /** The last question, under way or not. */
    synchronized CompletableFuture<Void> asked() {
        return asked;
    }

    private void take(HttpResponse<String> answer, Instant at) {
        Seen<T> last = seen;
        if (answer.statusCode() == 304 && last != null) {
            seen = new Seen<>(last.content(), last.etag(), at);
        } else if (answer.statusCode() == 200) {
            String etag = answer.headers().firstValue("ETag").orElse("");
            seen = new Seen<>(reader.read(answer.body()), etag, at);
        } else {
            throw new IllegalArgumentException("status " + answer.statusCode());
        }
        if (away) {
            LOG.infof("%s is to be had again", address);
        }
        away = false;
    }

    private @Nullable Void missed(Throwable failure) {
        var level = away ? Logger.Level.DEBUG : Logger.Level.WARN; // once per outage
        LOG.logf(level, "%s is not to be had: %s", address, failure);
        away = true;
        return null;
    }

    /** Makes sense of an answer. */
    interface Reader<T> {
        /**
         * Reads the body; on a thread that may wait.
         *
         * @throws IllegalArgumentException when it is of no use
         */
        T read(String body);
    }

    /** A state of it, the name of that state, and when the issuer last confirmed it. */
    record Seen<T>(T content, String etag, Instant at) {}
}

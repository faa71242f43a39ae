package guichet.resource;

import guichet.resource.JwksFetcher.Fetched;
import guichet.resource.JwksFetcher.NotFetched;
import guichet.resource.JwksFetcher.Unchanged;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, as last published: fetched at start, asked for again before they age
 * and often enough to notice that one was withdrawn, and when a token names a key that is not among
 * them, but then once in five seconds at most, so that invented names cannot make us flood the
 * issuer. Without an answer, or with a useless one, the last good keys go on serving.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "guichet.issues-tokens", stringValue = "true", enableIfMissing = true)
class PublishedKeys implements IssuerKeys {
    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(5);
    private static final Duration UNTIL_THE_FIRST = Duration.ofSeconds(1);

    private final CurrentTime time;
    private final JwksFetcher fetcher;
    private final Duration recheck;
    private volatile Map<String, PublishedKey> keys = Map.of();
    private volatile String etag = "";
    private volatile Instant refreshAt = Instant.EPOCH;
    private volatile boolean away;
    private Instant unknownAskedAt = Instant.EPOCH; // guarded by this
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null); // by this

    PublishedKeys(CurrentTime time, JwksFetcher fetcher, ResourceConfig config) {
        this.time = time;
        this.fetcher = fetcher;
        this.recheck = config.keys().recheck();
    }

    /**
     * Waits for the answer, or for the fetcher's patience to end: the start succeeds either way.
     */
    void start(@Observes StartupEvent event) {
        ask().join();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshBeforeTheyAge() {
        if (!time.now().isBefore(refreshAt)) {
            ask().join();
        }
    }

    boolean areMissing() {
        return keys.isEmpty();
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String kid = signature.getKeyIdHeaderValue();
        PublishedKey found = kid == null ? null : find(kid);
        if (areMissing()) {
            throw new NotHere();
        }
        if (found == null || !found.isFor(signature.getAlgorithmHeaderValue())) {
            throw new UnresolvableKeyException("no such key is published for this algorithm");
        }
        return found.key();
    }

    private @Nullable PublishedKey find(String kid) throws NotHere {
        PublishedKey known = keys.get(kid);
        if (known != null) {
            return known;
        }
        var answer = askForUnknown();
        if (!answer.isDone() && Context.isOnEventLoopThread()) {
            throw new NotHere(); // an event loop must not wait
        }
        answer.join();
        return keys.get(kid);
    }

    /** The question under way, which all who ask share, or a new one. */
    private synchronized CompletableFuture<Void> ask() {
        if (asked.isDone()) {
            Instant now = time.now();
            asked = fetcher.fetch(etag).thenAccept(result -> take(result, now));
        }
        return asked;
    }

    /**
     * As {@link #ask()}, but once in a while only. A recheck does not count: the first key of an
     * algorithm signs as soon as it is published, which may be right after one.
     */
    private synchronized CompletableFuture<Void> askForUnknown() {
        Instant now = time.now();
        if (asked.isDone() && !now.isBefore(unknownAskedAt.plus(BETWEEN_UNKNOWN))) {
            unknownAskedAt = now;
            return ask();
        }
        return asked;
    }

    private void take(JwksFetcher.Result result, Instant at) {
        switch (result) {
            case Fetched(var fetched, var maxAge, var named) -> {
                keys = fetched;
                etag = named;
                confirmed(at, maxAge);
            }
            case Unchanged(var maxAge) -> confirmed(at, maxAge);
            case NotFetched(var reason) -> {
                refreshAt = at.plus(areMissing() ? UNTIL_THE_FIRST : BETWEEN_UNKNOWN);
                LOG.logf(
                        away ? Logger.Level.DEBUG : Logger.Level.WARN, // once per outage
                        "going on with %d keys, the issuer's are not to be had: %s",
                        keys.size(),
                        reason);
                away = true;
            }
        }
    }

    private void confirmed(Instant at, Duration maxAge) {
        Duration half = maxAge.dividedBy(2);
        refreshAt = at.plus(half.compareTo(recheck) < 0 ? half : recheck);
        if (away) {
            LOG.info("the issuer's keys are to be had again");
        }
        away = false;
    }
}

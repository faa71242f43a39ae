package guichet.resource;

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
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, RFC 7517 §5: fetched at start, asked for again often enough to notice
 * that one was withdrawn, and when a token names a key that is not among them, but then once in
 * five seconds at most, so that invented names cannot make us flood the issuer.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "guichet.issues-tokens", stringValue = "true", enableIfMissing = true)
class PublishedKeys implements IssuerKeys {
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(5);
    private static final Duration UNTIL_THE_FIRST = Duration.ofSeconds(1);

    private final CurrentTime time;
    private final Duration recheck;
    private final Published<Map<String, PublishedKey>> published;
    private Instant unknownAskedAt = Instant.EPOCH; // guarded by this

    PublishedKeys(CurrentTime time, BoundedFetch http, ResourceConfig config) {
        this.time = time;
        this.recheck = config.keys().recheck();
        this.published = new Published<>(config.jwksUri(), http, PublishedKey::inSet);
    }

    /**
     * Waits for the answer, or for the fetcher's patience to end: the start succeeds either way.
     */
    void start(@Observes StartupEvent event) {
        recheck();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recheck() {
        published.ask(time.now(), areMissing() ? UNTIL_THE_FIRST : recheck).join();
    }

    boolean areMissing() {
        return published.seen().isEmpty();
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
        PublishedKey known = known(kid);
        if (known != null) {
            return known;
        }
        var answer = askForUnknown();
        if (!answer.isDone() && Context.isOnEventLoopThread()) {
            throw new NotHere(); // an event loop must not wait
        }
        answer.join();
        return known(kid);
    }

    private @Nullable PublishedKey known(String kid) {
        return published.seen().map(it -> it.content().get(kid)).orElse(null);
    }

    /**
     * Asks, but once in a while only. A recheck does not count: the first key of an algorithm signs
     * as soon as it is published, which may be right after one.
     */
    private synchronized CompletableFuture<Void> askForUnknown() {
        Instant now = time.now();
        var last = published.asked();
        if (!last.isDone() || now.isBefore(unknownAskedAt.plus(BETWEEN_UNKNOWN))) {
            return last;
        }
        unknownAskedAt = now;
        return published.ask(now, Duration.ZERO);
    }
}

package guichet.resource;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, as last published: fetched at start, again before they age, and when a
 * token names a key that is not among them, but then once in five seconds at most, so that invented
 * names cannot make us flood the issuer. Without an answer, or with a useless one, the last good
 * keys go on serving.
 */
@ApplicationScoped
class PublishedKeys implements VerificationKeyResolver {
    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(5);

    private final CurrentTime time;
    private final JwksFetcher fetcher;
    private volatile Map<String, Key> keys = Map.of();
    private volatile Instant freshUntil = Instant.EPOCH;
    private volatile Instant askedAt = Instant.EPOCH;

    PublishedKeys(CurrentTime time, JwksFetcher fetcher) {
        this.time = time;
        this.fetcher = fetcher;
    }

    void start(@Observes StartupEvent event) {
        refresh();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshBeforeTheyAge() {
        if (!time.now().isBefore(freshUntil)) {
            refresh();
        }
    }

    boolean areMissing() {
        return keys.isEmpty();
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String kid = signature.getKeyIdHeaderValue();
        Key key = kid == null ? null : find(kid);
        if (key == null) {
            throw new UnresolvableKeyException("no such key is published");
        }
        return key;
    }

    private @Nullable Key find(String kid) {
        Key known = keys.get(kid);
        if (known == null && mayAskAgain()) {
            refreshFor(kid);
            return keys.get(kid);
        }
        return known;
    }

    private boolean mayAskAgain() {
        return !time.now().isBefore(askedAt.plus(BETWEEN_UNKNOWN));
    }

    /** Requests that wait here share the one fetch of the first of them. */
    private synchronized void refreshFor(String kid) {
        if (!keys.containsKey(kid) && mayAskAgain()) {
            refresh();
        }
    }

    private synchronized void refresh() {
        askedAt = time.now();
        switch (fetcher.fetch()) {
            case JwksFetcher.Fetched(var fetched, var maxAge) -> {
                keys = fetched;
                freshUntil = askedAt.plus(maxAge.dividedBy(2));
            }
            case JwksFetcher.NotFetched(var reason) ->
                    LOG.warnf(
                            "keeping %d keys, the issuer's are not to be had: %s",
                            keys.size(), reason);
        }
    }
}

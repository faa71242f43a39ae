package guichet.kit.outside;

import com.github.benmanes.caffeine.cache.Cache;
import guichet.kit.cache.WeighedCache;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.ForeignKeys;
import guichet.oauth.OAuthException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * JWK Sets that others publish, which are kept for as long as their server allows, fetched anew
 * when a signature names an unknown key (once a second at most), and go on serving for an hour
 * while it is away. Each publisher has one, however often it names another address.
 */
@ApplicationScoped
public class PublishedKeys {
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(1);
    private static final Duration DURING_AN_OUTAGE = Duration.ofHours(1);
    private static final long UNTOLD_SECONDS = 300;

    /**
     * What may not be kept is fetched as often as for an unknown key; jose4j takes 0 for untold.
     */
    private static final long SHORTEST_SECONDS = BETWEEN_UNKNOWN.toSeconds();

    private static final long MOST_BYTES = 16_000_000;
    private static final String CACHE_CONTROL = "cache-control";

    private final OutsideCalls calls;
    private final Clock clock;
    private final Cache<String, PublishedSet> published =
            WeighedCache.<String, PublishedSet>of(MOST_BYTES, PublishedSet::characters)
                    .expireAfterAccess(Duration.ofHours(2))
                    .build();

    PublishedKeys(OutsideCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The keys there with which this may be signed.
     *
     * @param publisher whose they are
     * @throws IOException when there is no JWK Set to be had
     * @throws OAuthException when it has to be asked for, and too much is asked for already
     */
    public List<Key> fitting(String publisher, URI address, ForeignJwt jwt) throws IOException {
        HttpsJwks jwks = of(publisher, address);
        try {
            List<Key> fitting = keys(publisher, address, jwks).fitting(jwt);
            if (!fitting.isEmpty()) {
                return fitting;
            }
            refresh(publisher, jwks);
            return keys(publisher, address, jwks).fitting(jwt);
        } catch (JoseException e) {
            throw new IOException("no JWK Set", e);
        }
    }

    /**
     * Those that jose4j goes on with are good while their server is away, and not while we rest.
     */
    private ForeignKeys keys(String publisher, URI address, HttpsJwks jwks)
            throws IOException, JoseException {
        List<JsonWebKey> keys = jwks.getJsonWebKeys();
        HttpsJwks now = of(publisher, address);
        return ForeignKeys.of(now.equals(jwks) ? keys : now.getJsonWebKeys());
    }

    /** Anybody may name an unknown key: what is there stays, whoever may not ask for more. */
    private void refresh(String publisher, HttpsJwks jwks) throws IOException, JoseException {
        PublishedSet before = published.getIfPresent(publisher);
        try {
            jwks.refresh();
        } catch (OAuthException tooMany) {
            if (before != null) {
                published.asMap().putIfAbsent(publisher, before);
            }
            throw tooMany;
        }
    }

    private HttpsJwks of(String publisher, URI address) {
        PublishedSet last = published.getIfPresent(publisher);
        if (last != null && last.address().equals(address)) {
            return last.jwks();
        }
        HttpsJwks opened = open(publisher, address);
        published.put(publisher, new PublishedSet(address, opened, 0));
        return opened;
    }

    private HttpsJwks open(String publisher, URI address) {
        var jwks = new HttpsJwks(address.toString());
        jwks.setSimpleHttpGet(_ -> {
            Fetched fetched = fetched(publisher, address);
            published.put(publisher, new PublishedSet(address, jwks, fetched.jwks().length()));
            return fetched;
        });
        jwks.setDefaultCacheDuration(UNTOLD_SECONDS);
        jwks.setRefreshReprieveThreshold(BETWEEN_UNKNOWN.toMillis());
        jwks.setRetainCacheOnErrorDuration(DURING_AN_OUTAGE.toSeconds());
        return jwks;
    }

    private Fetched fetched(String publisher, URI address) throws IOException {
        OutsideAnswer answer = asked(publisher, address);
        Instant now = clock.instant();
        Optional<Duration> told =
                Freshness.told(answer, now).map(until -> Duration.between(now, until));
        try {
            return new Fetched(ForeignKeys.read(answer.body()).toJson(), told);
        } catch (ForeignFault fault) {
            throw new IOException("what is published there " + fault.words(), fault);
        }
    }

    /** A set that we do not ask for, since too much is asked for already, is not kept for that. */
    private OutsideAnswer asked(String publisher, URI address) throws IOException {
        try {
            return calls.getAnew(address);
        } catch (OAuthException tooMany) {
            published.invalidate(publisher);
            throw tooMany;
        }
    }

    /**
     * What a publisher publishes, as last fetched.
     *
     * @param characters of the set; none before it was fetched
     */
    private record PublishedSet(URI address, HttpsJwks jwks, int characters) {}

    /** An answer in the words of jose4j, which casts what it reads: only what was read before. */
    private record Fetched(String jwks, Optional<Duration> told) implements SimpleResponse {
        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public Collection<String> getHeaderNames() {
            return Set.of(CACHE_CONTROL);
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return name.equalsIgnoreCase(CACHE_CONTROL)
                    ? told
                            .map(it -> "max-age=" + Math.max(SHORTEST_SECONDS, it.toSeconds()))
                            .stream()
                            .toList()
                    : List.of();
        }

        @Override
        public String getBody() {
            return jwks;
        }
    }
}

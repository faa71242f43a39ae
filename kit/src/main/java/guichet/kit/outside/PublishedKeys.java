package guichet.kit.outside;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * JWK Sets that others publish, which are kept for as long as their server allows, fetched anew
 * when a signature names an unknown key (once a second at most), and go on serving for an hour
 * while it is away.
 */
@ApplicationScoped
public class PublishedKeys {
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(1);
    private static final Duration DURING_AN_OUTAGE = Duration.ofHours(1);
    private static final long UNTOLD_SECONDS = 300;

    private final OutsideCalls calls;
    private final Cache<URI, HttpsJwks> published =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofHours(2))
                    .build();

    PublishedKeys(OutsideCalls calls) {
        this.calls = calls;
    }

    /** The keys there with which this may be signed. */
    public List<JsonWebKey> fitting(URI address, JsonWebSignature jws)
            throws IOException, JoseException {
        HttpsJwks jwks = published.get(address, this::open);
        List<JsonWebKey> fitting = selected(jwks, jws);
        if (!fitting.isEmpty()) {
            return fitting;
        }
        jwks.refresh();
        return selected(jwks, jws);
    }

    private static List<JsonWebKey> selected(HttpsJwks jwks, JsonWebSignature jws)
            throws IOException, JoseException {
        return new VerificationJwkSelector().selectList(jws, jwks.getJsonWebKeys());
    }

    private HttpsJwks open(URI address) {
        var jwks = new HttpsJwks(address.toString());
        jwks.setSimpleHttpGet(it -> new Fetched(calls.getAnew(URI.create(it))));
        jwks.setDefaultCacheDuration(UNTOLD_SECONDS);
        jwks.setRefreshReprieveThreshold(BETWEEN_UNKNOWN.toMillis());
        jwks.setRetainCacheOnErrorDuration(DURING_AN_OUTAGE.toSeconds());
        return jwks;
    }

    /** An answer in the words of jose4j. */
    private record Fetched(OutsideAnswer answer) implements SimpleResponse {
        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public Collection<String> getHeaderNames() {
            return answer.headers().keySet();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return answer.header(name);
        }

        @Override
        public String getBody() {
            return answer.body();
        }
    }
}

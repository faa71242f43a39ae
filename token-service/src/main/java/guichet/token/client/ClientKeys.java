package guichet.token.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.kit.registry.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The public keys of clients: those that they registered, or those that they publish, which are
 * kept for as long as their server allows, fetched anew when a signature names an unknown key (once
 * in ten seconds at most), and go on serving for an hour while it is away.
 */
@ApplicationScoped
class ClientKeys {
    private static final Logger LOG = Logger.getLogger(ClientKeys.class);
    private static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(10);
    private static final Duration DURING_AN_OUTAGE = Duration.ofHours(1);
    private static final long UNTOLD_SECONDS = 300;

    private final OutsideFetch fetch;
    private final Cache<URI, HttpsJwks> published =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofHours(2))
                    .build();

    ClientKeys(OutsideFetch fetch) {
        this.fetch = fetch;
    }

    /** The keys of the client with which this may be signed; empty when they cannot be had. */
    List<Key> of(RegisteredClient client, JsonWebSignature jws) {
        try {
            List<JsonWebKey> fitting =
                    client.jwksUri().isPresent()
                            ? published(client.jwksUri().get(), jws)
                            : fitting(registered(client), jws);
            return fitting.stream()
                    .filter(PublicJsonWebKey.class::isInstance)
                    .map(JsonWebKey::getKey)
                    .toList();
        } catch (IOException | JoseException e) {
            LOG.warnf("no keys of client %s: %s", client.clientId(), e.getMessage());
            return List.of();
        }
    }

    private static List<JsonWebKey> registered(RegisteredClient client) throws JoseException {
        return client.jwks().isPresent()
                ? new JsonWebKeySet(client.jwks().get()).getJsonWebKeys()
                : List.of();
    }

    private List<JsonWebKey> published(URI address, JsonWebSignature jws)
            throws IOException, JoseException {
        HttpsJwks jwks = published.get(address, this::open);
        List<JsonWebKey> fitting = fitting(jwks.getJsonWebKeys(), jws);
        if (!fitting.isEmpty()) {
            return fitting;
        }
        jwks.refresh();
        return fitting(jwks.getJsonWebKeys(), jws);
    }

    private HttpsJwks open(URI address) {
        var jwks = new HttpsJwks(address.toString());
        jwks.setSimpleHttpGet(fetch);
        jwks.setDefaultCacheDuration(UNTOLD_SECONDS);
        jwks.setRefreshReprieveThreshold(BETWEEN_UNKNOWN.toMillis());
        jwks.setRetainCacheOnErrorDuration(DURING_AN_OUTAGE.toSeconds());
        return jwks;
    }

    private static List<JsonWebKey> fitting(List<JsonWebKey> keys, JsonWebSignature jws)
            throws JoseException {
        return new VerificationJwkSelector().selectList(jws, keys);
    }
}

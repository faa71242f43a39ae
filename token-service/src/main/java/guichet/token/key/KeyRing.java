package guichet.token.key;

import guichet.oauth.OAuthError.TemporarilyUnavailable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys that this replica knows; it looks for new ones far more often than they begin to sign.
 */
@ApplicationScoped
public class KeyRing {
    /** In a minute every replica has seen at least once what another one did. */
    private static final Duration SEEN_BY_ALL = Duration.ofMinutes(1);

    private final Clock clock;
    private final StoredKeys stored;
    private final KeySchedule schedule;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(
            Clock clock,
            StoredKeys stored,
            KeyConfig config,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime) {
        this.clock = clock;
        this.stored = stored;
        this.schedule =
                new KeySchedule(
                        config.jwksCache().multipliedBy(2).plus(SEEN_BY_ALL),
                        config.rotation(),
                        accessTokenLifetime.plus(config.jwksCache()));
    }

    void start(@Observes StartupEvent event) {
        refresh();
    }

    /** Rotates when it is time and takes over what other replicas did. */
    @Scheduled(every = "30s", delayed = "30s")
    void refresh() {
        stored.rotate(schedule);
        keys = stored.load();
    }

    /**
     * Signs the claims with the key whose time it is.
     *
     * @param type the header {@code typ}, for example {@code at+jwt}
     */
    public String sign(JwtClaims claims, String type) {
        SigningKey key = signing();
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(FreshKey.ALGORITHM);
        jws.setKeyIdHeaderValue(key.kid());
        jws.setHeader(HeaderParameterNames.TYPE, type);
        jws.setPayload(claims.toJson());
        jws.setKey(key.privateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with key " + key.kid(), e);
        }
    }

    /** The name of the key that signs now: what it has signed goes stale when another one does. */
    public String signingKid() {
        return signing().kid();
    }

    /** The algorithm that all keys sign with. */
    public String algorithm() {
        return FreshKey.ALGORITHM;
    }

    /**
     * The public key by which a token says to be signed.
     *
     * @throws UnresolvableKeyException if it is none of ours
     */
    public Key resolve(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        return keys.stream()
                .filter(key -> key.kid().equals(signature.getKeyIdHeaderValue()))
                .findFirst()
                .map(SigningKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }

    private SigningKey signing() {
        return schedule.signing(keys, clock.instant())
                .orElseThrow(() -> new TemporarilyUnavailable("no signing key").refuse());
    }

    /** The public halves of all keys, announced, signing and retired. */
    List<String> publicJwks() {
        return keys.stream().map(SigningKey::publicJwk).toList();
    }
}

package guichet.token.key;

import guichet.oauth.OAuthError.TemporarilyUnavailable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that this replica knows; it looks every second for what other replicas did. */
@ApplicationScoped
public class KeyRing {
    private final Clock clock;
    private final StoredKeys stored;
    private final KeySchedule schedule;
    private volatile KnownKeys keys = KnownKeys.NONE;

    KeyRing(
            Clock clock,
            StoredKeys stored,
            KeyConfig config,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime) {
        this.clock = clock;
        this.stored = stored;
        this.schedule = KeySchedule.of(config, accessTokenLifetime);
    }

    void start(@Observes StartupEvent event) {
        refresh();
    }

    /** Rotates when it is time. */
    @Scheduled(every = "30s", delayed = "30s")
    void refresh() {
        stored.rotate(schedule);
        keys = stored.load();
    }

    /** Takes over what other replicas did: reads no key as long as none has changed. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void takeOver() {
        if (!stored.entries().equals(keys.entries())) {
            keys = stored.load();
        }
    }

    /**
     * Signs the claims by ES256.
     *
     * @param type the header {@code typ}, for example {@code at+jwt}
     */
    public String sign(JwtClaims claims, String type) {
        return sign(claims, type, SignatureAlgorithm.ES256);
    }

    /**
     * Signs the claims with the key of that algorithm whose time it is.
     *
     * @param type the header {@code typ}, for example {@code at+jwt}
     * @param algorithm one of {@link #algorithms()}
     */
    public String sign(JwtClaims claims, String type, String algorithm) {
        return sign(
                claims,
                type,
                SignatureAlgorithm.find(algorithm)
                        .orElseThrow(() -> new IllegalArgumentException("no keys: " + algorithm)));
    }

    private String sign(JwtClaims claims, String type, SignatureAlgorithm algorithm) {
        SigningKey key = signing(algorithm);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm.value());
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

    /**
     * The name of the key that signs by ES256 now: what it has signed goes stale when another one
     * does.
     */
    public String signingKid() {
        return signing(SignatureAlgorithm.ES256).kid();
    }

    /** The algorithms that can be chosen, the default first; each has keys of its own. */
    public Set<String> algorithms() {
        return Arrays.stream(SignatureAlgorithm.values())
                .map(SignatureAlgorithm::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The public key by which a token says to be signed.
     *
     * @throws UnresolvableKeyException if it is none of ours, or one of another algorithm
     */
    public Key resolve(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String algorithm = signature.getAlgorithmHeaderValue();
        return keys.find(signature.getKeyIdHeaderValue())
                .filter(key -> key.algorithm().value().equals(algorithm))
                .map(SigningKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }

    /** In the minutes before the first key of an added algorithm signs, there is none. */
    private SigningKey signing(SignatureAlgorithm algorithm) {
        return schedule.signing(keys.chain(algorithm), clock.instant())
                .orElseThrow(() ->
                        new TemporarilyUnavailable("no key signs yet by " + algorithm.value())
                                .refuse());
    }

    /** The public halves of all keys, announced, signing and retired. */
    List<String> publicJwks() {
        return keys.all().stream().map(SigningKey::publicJwk).toList();
    }
}

package guichet.token.key;

import guichet.oauth.Reason;
import guichet.resource.IssuerKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/** Signs, and tells who has signed. */
@ApplicationScoped
public class KeyRing implements IssuerKeys {
    /** By which is signed what nobody chose an algorithm for. */
    public static final String STANDARD_ALGORITHM = "ES256";

    private final CurrentKeys keys;
    private final Clock clock;
    private final String issuer;
    private final CompactJws jws = new CompactJws();

    KeyRing(CurrentKeys keys, Clock clock, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    /**
     * Signs the claims with the key of that algorithm whose time it is, and says who signs, and
     * when, RFC 7519 §4.1.
     *
     * @param type the header {@code typ}, for example {@code at+jwt}
     * @param algorithm one of {@link #algorithms()}
     */
    public String sign(JwtClaims claims, String type, String algorithm) {
        return sign(claims, clock.instant(), type, algorithm);
    }

    /** Signs claims likewise, which are good for that long. */
    public String sign(JwtClaims claims, Duration lifetime, String type, String algorithm) {
        Instant now = clock.instant();
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        return sign(claims, now, type, algorithm);
    }

    private String sign(JwtClaims claims, Instant now, String type, String algorithm) {
        claims.setIssuer(issuer);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        return SignatureAlgorithm.find(algorithm)
                .map(known -> sign(claims, type, known))
                .orElseThrow(() -> new IllegalArgumentException("no keys: " + algorithm));
    }

    /** Reads again what was signed with that type, whomever it is for, while it is good. */
    public JwtConsumerBuilder reader(String type) {
        return new JwtConsumerBuilder()
                .setExpectedType(true, type)
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, algorithms().toArray(String[]::new)))
                .setVerificationKeyResolver(this)
                .setExpectedIssuer(issuer)
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    }

    /**
     * Sees to it that keys of that algorithm are published, before the first signature needs one.
     *
     * @param algorithm one that is not of {@link #algorithms()} has no keys, and needs none
     */
    public void provide(String algorithm) {
        SignatureAlgorithm.find(algorithm).ifPresent(keys::provide);
    }

    private String sign(JwtClaims claims, String type, SignatureAlgorithm algorithm) {
        keys.provide(algorithm);
        return jws.sign(claims, type, signing(algorithm));
    }

    /**
     * The name of the key that signs by ES256 now: what it has signed goes stale when another one
     * does.
     */
    public String signingKid() {
        return signing(SignatureAlgorithm.ES256).kid();
    }

    /** In the minutes before the first key signs of a default added by an update, there is none. */
    private SigningKey signing(SignatureAlgorithm algorithm) {
        return keys.signing(algorithm)
                .orElseThrow(() ->
                        Reason.SERVICE_AWAY.refuse("no key signs yet by %s", algorithm.value()));
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
    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String algorithm = signature.getAlgorithmHeaderValue();
        return keys.all()
                .find(signature.getKeyIdHeaderValue())
                .filter(key -> key.algorithm().value().equals(algorithm))
                .map(SigningKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }

    /** The public halves of all keys, announced, signing and retired. */
    List<String> publicJwks() {
        return keys.all().all().stream().map(SigningKey::publicJwk).toList();
    }
}

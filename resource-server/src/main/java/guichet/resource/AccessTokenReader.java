package guichet.resource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks what an access token says by itself, RFC 9068 §4: its signature and its claims. Whether
 * its grant stands, {@link GrantStatuses} knows.
 *
 * <p>The signature is most of the work, and a client shows the same token many times: it is checked
 * once. The token is found again by the hash of all of it, for as long as it is good and the key
 * that it was checked by is published.
 */
@ApplicationScoped
public class AccessTokenReader {
    /** Of all tokens that are kept; each takes some four times as much memory. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final CurrentTime time;
    private final IssuerKeys keys;
    private final ResourceConfig config;
    private final String issuer;
    private final boolean isIssuer;
    private final SetUpFaults setUp;
    private final Cache<String, Checked> checked;

    AccessTokenReader(
            CurrentTime time,
            IssuerKeys keys,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "guichet.issues-tokens", defaultValue = "false")
                    boolean isIssuer) {
        this.time = time;
        this.keys = keys;
        this.config = config;
        this.issuer = issuer;
        this.isIssuer = isIssuer;
        this.setUp = new SetUpFaults(time, issuer, config.identifier());
        this.checked =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_CHARACTERS)
                        .<String, Checked>weigher((_, it) -> it.token().getRawToken().length())
                        .expireAfter(
                                Expiry.<String, Checked>creating(
                                        (_, it) -> Duration.between(it.at(), it.until())))
                        .build();
    }

    /**
     * What the token says.
     *
     * @throws OAuthException that says what is wrong with it, or that nobody can tell now
     */
    public VerifiedAccessToken read(String token) {
        String sha256 = Sha256.hex(token);
        return Optional.ofNullable(checked.getIfPresent(sha256))
                .filter(this::isStillGood)
                .map(Checked::token)
                .orElseGet(() -> check(token, sha256));
    }

    private VerifiedAccessToken check(String token, String sha256) {
        Instant now = time.now();
        try {
            JwtContext context = consumer(now).process(token);
            var verified = new VerifiedAccessToken(token, context.getJwtClaims());
            var signature = (JsonWebSignature) context.getJoseObjects().getFirst();
            Instant until = verified.expiresAt().plus(config.leeway());
            checked.put(sha256, new Checked(verified, signature, now, until));
            return verified;
        } catch (InvalidJwtException invalid) {
            OAuthError fault = TokenFault.of(invalid);
            setUp.tell(fault.reason(), invalid);
            throw fault.refuse();
        } catch (MalformedClaimException | OAuthException _) {
            throw TokenFault.MALFORMED_CLAIM.refuse();
        }
    }

    /** What can have changed since: the time, and the keys. */
    private boolean isStillGood(Checked last) {
        Instant now = time.now();
        return !now.isBefore(last.at())
                && now.isBefore(last.until())
                && isPublished(last.signature());
    }

    private boolean isPublished(JsonWebSignature signature) {
        try {
            return keys.resolveKey(signature, List.of()).equals(signature.getKey());
        } catch (UnresolvableKeyException _) {
            return false;
        }
    }

    private JwtConsumer consumer(Instant now) {
        int leeway = (int) config.leeway().toSeconds();
        var consumer = new JwtConsumerBuilder();
        if (isIssuer) {
            consumer.setSkipDefaultAudienceValidation(); // which is asked for by address
        } else {
            consumer.setExpectedAudience(config.identifier());
        }
        return consumer.setExpectedType(true, VerifiedAccessToken.TYPE)
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, config.algorithms().toArray(String[]::new)))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(issuer)
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .setAllowedClockSkewInSeconds(leeway)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, Integer.MAX_VALUE) // jose4j adds the leeway
                .setRequireSubject()
                .setRequireJwtId()
                .registerValidator(TokenFault::ofClientId)
                .build();
    }

    /** A token, the signature by which it was found good, when, and until when it may come. */
    private record Checked(
            VerifiedAccessToken token, JsonWebSignature signature, Instant at, Instant until) {}
}

package guichet.resource;

import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.resource.Verification.Invalid;
import guichet.resource.Verification.Unavailable;
import guichet.resource.Verification.Verified;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks access tokens offline, RFC 9068 §4. */
@ApplicationScoped
class AccessTokenVerifier {
    private static final Duration LONGEST_LEEWAY = Duration.ofSeconds(30);

    private final CurrentTime time;
    private final PublishedKeys keys;
    private final ResourceConfig config;
    private final String issuer;

    AccessTokenVerifier(
            CurrentTime time,
            PublishedKeys keys,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.time = time;
        this.keys = keys;
        this.config = config;
        this.issuer = issuer;
        if (config.leeway().compareTo(LONGEST_LEEWAY) > 0) {
            throw new IllegalStateException("guichet.resource.leeway: 30 seconds at most");
        }
    }

    Verification verify(String token) {
        if (keys.areMissing()) {
            return new Unavailable();
        }
        try {
            return new Verified(verified(consumer().processToClaims(token)));
        } catch (InvalidJwtException invalid) {
            return new Invalid(faultOf(invalid));
        } catch (MalformedClaimException | OAuthException _) {
            return new Invalid("a claim of the token has the wrong form");
        }
    }

    private JwtConsumer consumer() {
        Instant now = time.now();
        return new JwtConsumerBuilder()
                .setExpectedType(true, "at+jwt")
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, config.algorithms().toArray(String[]::new)))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(config.identifier())
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .setAllowedClockSkewInSeconds((int) config.leeway().toSeconds())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions((int) config.leeway().toSeconds(), Integer.MAX_VALUE)
                .setRequireSubject()
                .setRequireJwtId()
                .build();
    }

    private static VerifiedAccessToken verified(JwtClaims claims) throws MalformedClaimException {
        String clientId = claims.getStringClaimValue("client_id");
        if (clientId == null) {
            throw new MalformedClaimException("client_id is missing");
        }
        String scope = claims.getStringClaimValue("scope");
        return new VerifiedAccessToken(
                claims.getSubject(),
                clientId,
                scope == null ? Scope.NONE : Scope.parse(scope),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private static String faultOf(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "the token has expired: get a new one";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "the token is for another API: ask for a scope of this one";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID)) {
            return "the token is of another issuer";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "the token is not valid yet: check the clocks";
        }
        return "the token is not an access token that the issuer signed";
    }
}

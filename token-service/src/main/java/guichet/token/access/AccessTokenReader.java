package guichet.token.access;

import guichet.oauth.OpaqueToken;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Reads access tokens that we issued. */
@ApplicationScoped
public class AccessTokenReader {
    private final Clock clock;
    private final KeyRing keys;
    private final String issuer;

    AccessTokenReader(
            Clock clock, KeyRing keys, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.keys = keys;
        this.issuer = issuer;
    }

    /** What the token says; empty unless we signed it and it has not expired. */
    public Optional<ReadAccessToken> read(OpaqueToken token) {
        try {
            return Optional.of(read(claims(token)));
        } catch (InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }

    private JwtClaims claims(OpaqueToken token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setExpectedType(true, AccessTokens.TYPE)
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, keys.algorithms().toArray(String[]::new)))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(issuer)
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build()
                .processToClaims(token.reveal());
    }

    private static ReadAccessToken read(JwtClaims claims) throws MalformedClaimException {
        return new ReadAccessToken(
                claims.getStringClaimValue("client_id"),
                StatusClaim.read(claims),
                Set.copyOf(claims.getAudience()),
                claims.getClaimsMap());
    }
}

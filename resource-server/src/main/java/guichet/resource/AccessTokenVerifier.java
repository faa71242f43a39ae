package guichet.resource;

import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks access tokens offline, RFC 9068 §4. */
@ApplicationScoped
class AccessTokenVerifier {
    private final CurrentTime time;
    private final IssuerKeys keys;
    private final GrantStatuses statuses;
    private final ResourceConfig config;
    private final String issuer;

    AccessTokenVerifier(
            CurrentTime time,
            IssuerKeys keys,
            GrantStatuses statuses,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.time = time;
        this.keys = keys;
        this.statuses = statuses;
        this.config = config;
        this.issuer = issuer;
    }

    /**
     * The token, if it is good.
     *
     * @throws OAuthException that says what is wrong with it, or that nobody can tell now
     */
    VerifiedAccessToken verify(OpaqueToken token) {
        VerifiedAccessToken verified = read(token.reveal());
        verified.status().ifPresent(this::checkGrant);
        return verified;
    }

    private void checkGrant(StatusReference token) {
        switch (statuses.statusOf(token)) {
            case GOOD -> {}
            case ENDED -> throw TokenFault.GRANT_ENDED.refuse();
            case UNKNOWN -> throw TokenFault.NO_STATUS.refuse();
        }
    }

    private VerifiedAccessToken read(String token) {
        try {
            return new VerifiedAccessToken(consumer().processToClaims(token));
        } catch (InvalidJwtException invalid) {
            throw TokenFault.of(invalid).refuse();
        } catch (MalformedClaimException | OAuthException _) {
            throw TokenFault.MALFORMED_CLAIM.refuse();
        }
    }

    private JwtConsumer consumer() {
        int leeway = (int) config.leeway().toSeconds();
        return new JwtConsumerBuilder()
                .setExpectedType(true, "at+jwt")
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, config.algorithms().toArray(String[]::new)))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(config.identifier())
                .setEvaluationTime(NumericDate.fromMilliseconds(time.now().toEpochMilli()))
                .setAllowedClockSkewInSeconds(leeway)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, Integer.MAX_VALUE) // jose4j adds the leeway
                .setRequireSubject()
                .setRequireJwtId()
                .registerValidator(TokenFault::ofClientId)
                .build();
    }
}

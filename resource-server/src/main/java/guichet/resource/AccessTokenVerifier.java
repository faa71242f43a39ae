package guichet.resource;

import guichet.oauth.OAuthException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens offline, RFC 9068 §4, for whatever asks Quarkus who calls: in the place of
 * SmallRye JWT's own checks.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenVerifier extends JWTCallerPrincipalFactory {
    private final CurrentTime time;
    private final IssuerKeys keys;
    private final GrantStatuses statuses;
    private final ResourceConfig config;
    private final String issuer;
    private final boolean isIssuer;

    AccessTokenVerifier(
            CurrentTime time,
            IssuerKeys keys,
            GrantStatuses statuses,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "guichet.issues-tokens", defaultValue = "false")
                    boolean isIssuer) {
        this.time = time;
        this.keys = keys;
        this.statuses = statuses;
        this.config = config;
        this.issuer = issuer;
        this.isIssuer = isIssuer;
    }

    /**
     * The token, if it is good.
     *
     * @param settings of SmallRye JWT, which has none that are needed
     * @throws OAuthException that says what is wrong with it, or that nobody can tell now
     */
    @Override
    public VerifiedAccessToken parse(String token, @Nullable JWTAuthContextInfo settings) {
        VerifiedAccessToken verified = read(token);
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
            return new VerifiedAccessToken(token, consumer().processToClaims(token));
        } catch (InvalidJwtException invalid) {
            throw TokenFault.of(invalid).refuse();
        } catch (MalformedClaimException | OAuthException _) {
            throw TokenFault.MALFORMED_CLAIM.refuse();
        }
    }

    private JwtConsumer consumer() {
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

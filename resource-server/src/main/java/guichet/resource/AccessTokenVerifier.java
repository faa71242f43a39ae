package guichet.resource;

import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.oauth.SignatureAlgorithms;
import guichet.resource.Verification.Invalid;
import guichet.resource.Verification.Unavailable;
import guichet.resource.Verification.Verified;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks access tokens offline, RFC 9068 §4. */
@ApplicationScoped
class AccessTokenVerifier {
    private static final Duration LONGEST_LEEWAY = Duration.ofSeconds(30);
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_OUTAGE = Duration.ofHours(12);

    private final CurrentTime time;
    private final PublishedKeys keys;
    private final GrantStatuses statuses;
    private final ResourceConfig config;
    private final String issuer;

    AccessTokenVerifier(
            CurrentTime time,
            PublishedKeys keys,
            GrantStatuses statuses,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.time = time;
        this.keys = keys;
        this.statuses = statuses;
        this.config = config;
        this.issuer = issuer;
        checkSettings();
    }

    /** Makes the settings be checked now and not at the first request. */
    void start(@Observes StartupEvent event) {}

    /** {@code none} and HMAC are not taken, RFC 8725 §3.1 and §3.2. */
    private void checkSettings() {
        if (config.leeway().isNegative() || config.leeway().compareTo(LONGEST_LEEWAY) > 0) {
            throw new IllegalStateException("guichet.resource.leeway: 0 to 30 seconds");
        }
        if (config.algorithms().isEmpty()
                || !SignatureAlgorithms.WITH_KEY_PAIR.containsAll(config.algorithms())) {
            throw new IllegalStateException(
                    "guichet.resource.algorithms: some of " + SignatureAlgorithms.WITH_KEY_PAIR);
        }
        if (config.keys().recheck().compareTo(SHORTEST_POLL) < 0) {
            throw new IllegalStateException("guichet.resource.keys.recheck: a second or more");
        }
        if (config.status().poll().compareTo(SHORTEST_POLL) < 0) {
            throw new IllegalStateException("guichet.resource.status.poll: a second or more");
        }
        if (config.status().outage().isNegative()
                || config.status().outage().compareTo(LONGEST_OUTAGE) > 0) {
            throw new IllegalStateException("guichet.resource.status.outage: 0 to 12 hours");
        }
    }

    Verification verify(String token) {
        if (keys.areMissing()) {
            return new Unavailable(TokenFault.NO_KEYS);
        }
        try {
            return withGrant(consumer().processToClaims(token));
        } catch (InvalidJwtException invalid) {
            return invalid.getCause() instanceof PublishedKeys.KeyAskedFor
                    ? new Unavailable(TokenFault.NO_KEYS)
                    : new Invalid(TokenFault.of(invalid));
        } catch (MalformedClaimException | OAuthException _) {
            return new Invalid(TokenFault.MALFORMED_CLAIM);
        }
    }

    private Verification withGrant(JwtClaims claims) throws MalformedClaimException {
        var verified = new Verified(verified(claims));
        var reference = StatusReference.of(claims);
        if (reference.isEmpty()) {
            return verified;
        }
        var issuedAt = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
        return switch (statuses.of(reference.get(), issuedAt, verified.token().expiresAt())) {
            case GOOD -> verified;
            case ENDED -> new Invalid(TokenFault.GRANT_ENDED);
            case UNKNOWN -> new Unavailable(TokenFault.NO_STATUS);
        };
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

    private static VerifiedAccessToken verified(JwtClaims claims) throws MalformedClaimException {
        String scope = claims.getStringClaimValue("scope");
        return new VerifiedAccessToken(
                claims.getSubject(),
                claims.getStringClaimValue("client_id"),
                scope == null ? Scope.NONE : Scope.parse(scope),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}

package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.oauth.OAuthError.InvalidSoftwareStatement;
import guichet.oauth.OAuthError.UnapprovedSoftwareStatement;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Software statements, RFC 7591 §2.3: what an issuer that is trusted here has signed about a
 * software stands in place of what the registration says itself.
 */
@Startup
@Singleton
class SoftwareStatements {
    static final String MEMBER = "software_statement";

    /** What a statement says of itself, and what no statement can say: it is for every copy. */
    private static final Set<String> LEFT_OUT =
            Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "client_id", MEMBER);

    private final Clock clock;
    private final ObjectMapper json;
    private final List<StatementIssuer> trusted;

    SoftwareStatements(
            Clock clock, ObjectMapper json, RegistrationConfig config, StatementIssuers issuers) {
        this.clock = clock;
        this.json = json;
        this.trusted = issuers.of(config.trustedStatements());
    }

    /**
     * The registration with the claims of its statement, if it has one.
     *
     * @throws guichet.oauth.OAuthException {@code unapproved_software_statement} when nobody who is
     *     trusted issued it, {@code invalid_software_statement} when it is not good
     */
    JsonNode applied(JsonNode request) {
        JsonNode statement = request.path(MEMBER);
        if (statement.isMissingNode() || statement.isNull()) {
            return request;
        }
        if (!statement.isTextual()) {
            throw notGood("must be a JWT, as a string");
        }
        ObjectNode merged = request.deepCopy();
        verified(statement.textValue())
                .getClaimsMap()
                .forEach((name, value) -> {
                    if (!LEFT_OUT.contains(name)) {
                        merged.set(name, json.valueToTree(value));
                    }
                });
        return merged;
    }

    private JwtClaims verified(String statement) {
        StatementIssuer issuer =
                issuerOf(statement)
                        .flatMap(this::trusted)
                        .orElseThrow(() ->
                                new UnapprovedSoftwareStatement(
                                                Reason.SOFTWARE_STATEMENT_UNAPPROVED,
                                                "the issuer of software_statement is not trusted"
                                                        + " here")
                                        .refuse());
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(issuer)
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(
                                    ConstraintType.PERMIT,
                                    SignatureAlgorithms.WITH_KEY_PAIR.toArray(String[]::new)))
                    .setExpectedIssuer(issuer.name())
                    .setSkipDefaultAudienceValidation()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(statement);
        } catch (InvalidJwtException _) {
            throw notGood("is not signed with a key of its issuer, or has expired");
        }
    }

    private Optional<StatementIssuer> trusted(String issuer) {
        return trusted.stream().filter(it -> it.name().equals(issuer)).findFirst();
    }

    /** Who says to have issued it; nothing of it is believed yet. */
    private static Optional<String> issuerOf(String statement) {
        try {
            JwtClaims claims =
                    new JwtConsumerBuilder()
                            .setSkipSignatureVerification()
                            .setSkipAllValidators()
                            .setDisableRequireSignature()
                            .build()
                            .processToClaims(statement);
            return Optional.ofNullable(claims.getIssuer());
        } catch (InvalidJwtException | MalformedClaimException _) {
            throw notGood("is not a JWT");
        }
    }

    private static RuntimeException notGood(String fault) {
        return new InvalidSoftwareStatement(
                        Reason.SOFTWARE_STATEMENT_NOT_GOOD, "software_statement " + fault)
                .refuse();
    }
}

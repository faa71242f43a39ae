package guichet.resource;

import guichet.oauth.SignatureAlgorithms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Believes the status lists that the issuer signed, Token Status List §8.3. */
@ApplicationScoped
class StatusListReader {
    /** Whatever the issuer chooses for its lists; the API's choice is about its own tokens. */
    private static final String[] ALGORITHMS =
            SignatureAlgorithms.WITH_KEY_PAIR.toArray(String[]::new);

    private final CurrentTime time;
    private final IssuerKeys keys;
    private final ResourceConfig config;

    StatusListReader(CurrentTime time, IssuerKeys keys, ResourceConfig config) {
        this.time = time;
        this.keys = keys;
        this.config = config;
    }

    /**
     * Reads a list.
     *
     * @param uri by which tokens name it
     * @throws IllegalArgumentException when it is none, or not the issuer's of this name
     */
    StatusList read(String token, String uri) {
        try {
            return StatusList.of(claims(token, uri).getClaimValue("status_list", Map.class));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new IllegalArgumentException("not a status list that the issuer signed", e);
        }
    }

    private JwtClaims claims(String token, String uri) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setExpectedType(true, "statuslist+jwt")
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS))
                .setVerificationKeyResolver(keys)
                .setExpectedSubject(uri)
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromMilliseconds(time.now().toEpochMilli()))
                .setAllowedClockSkewInSeconds((int) config.leeway().toSeconds())
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}

package guichet.token.client;

import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.OAuthError.InvalidAssertion;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * What a client's assertion says, RFC 7523 §3, before anybody has looked at its signature: all that
 * can be refused in words without telling whether the client exists.
 *
 * @param algorithm of its signature, for example {@code ES256}
 */
record ClientAssertion(
        String clientId, String algorithm, String jti, Instant expiresAt, OpaqueToken jwt) {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** How far the clocks of client and server may differ. */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final int LONGEST_JTI = 256;

    /**
     * Reads an assertion.
     *
     * @param audience what {@code aud} may name: the issuer or its token endpoint
     * @throws guichet.oauth.OAuthException {@code invalid_client}, saying what the assertion lacks
     */
    static ClientAssertion read(String jwt, Set<String> audience, Instant now) {
        try {
            return checked(claims(jwt), algorithm(jwt), OpaqueToken.of(jwt), audience, now);
        } catch (InvalidJwtException | MalformedClaimException | JoseException _) {
            throw fault(Reason.ASSERTION_MALFORMED, "is not a JWT");
        }
    }

    private static JwtClaims claims(String jwt) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipAllValidators()
                .setDisableRequireSignature()
                .build()
                .processToClaims(jwt);
    }

    private static String algorithm(String jwt) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(jwt);
        String algorithm = String.valueOf(jws.getAlgorithmHeaderValue());
        if (!AssertionAlgorithms.ALL.contains(algorithm)) {
            throw fault(
                    Reason.ASSERTION_ALGORITHM_UNSUPPORTED,
                    "must be signed with ES, PS, RS, EdDSA or HS");
        }
        return algorithm;
    }

    private static ClientAssertion checked(
            JwtClaims claims, String algorithm, OpaqueToken jwt, Set<String> audience, Instant now)
            throws MalformedClaimException {
        String clientId = claims.getSubject();
        if (clientId == null || !clientId.equals(claims.getIssuer())) {
            throw fault(Reason.ASSERTION_MALFORMED, "must have the client_id as iss and as sub");
        }
        if (!claims.hasAudience() || claims.getAudience().stream().noneMatch(audience::contains)) {
            throw fault(
                    Reason.ASSERTION_AUDIENCE_WRONG,
                    "must have this issuer, or its token endpoint, as aud");
        }
        String jti = claims.getJwtId();
        if (jti == null || jti.isEmpty() || jti.length() > LONGEST_JTI) {
            throw fault(Reason.ASSERTION_MALFORMED, "must have a jti, another one each time");
        }
        return new ClientAssertion(clientId, algorithm, jti, expiry(claims, now), jwt);
    }

    private static Instant expiry(JwtClaims claims, Instant now) throws MalformedClaimException {
        if (claims.getExpirationTime() == null) {
            throw fault(Reason.ASSERTION_MALFORMED, "must have an exp");
        }
        Instant expiry = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        if (!now.isBefore(expiry.plus(LEEWAY))) {
            throw fault(Reason.ASSERTION_EXPIRED, "has expired");
        }
        if (claims.getNotBefore() != null
                && Instant.ofEpochSecond(claims.getNotBefore().getValue())
                        .isAfter(now.plus(LEEWAY))) {
            throw fault(Reason.ASSERTION_NOT_YET_VALID, "is not valid yet: check the clocks");
        }
        return expiry;
    }

    ClientAuthenticationMethod method() {
        return SignatureAlgorithms.WITH_SECRET.contains(algorithm)
                ? ClientAuthenticationMethod.CLIENT_SECRET_JWT
                : ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    }

    static RuntimeException fault(Reason reason, String fault) {
        return new InvalidAssertion(reason, "the client_assertion " + fault).refuse();
    }

    @Override
    public String toString() {
        return "ClientAssertion[%s, %s]".formatted(clientId, algorithm);
    }
}

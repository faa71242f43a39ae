package guichet.resource.issuer;

import java.security.Key;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An access token in the making: good in everything that a test does not change. */
public final class TestToken {
    private final JwtClaims claims = new JwtClaims();
    private String type = "at+jwt";
    private String algorithm = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
    private String kid = TestIssuer.KEY.getKeyId();
    private Key key = TestIssuer.KEY.getPrivateKey();

    private TestToken(String audience) {
        Instant now = Instant.now();
        claims.setIssuer(TestIssuer.address());
        claims.setAudience(audience);
        claims.setSubject("a-person");
        claims.setStringClaim("client_id", "an-application");
        claims.setJwtId(UUID.randomUUID().toString());
        at("iat", now);
        at("exp", now.plusSeconds(600));
    }

    /** A token for the API of this identifier. */
    public static TestToken forApi(String audience) {
        return new TestToken(audience);
    }

    public TestToken scope(String scope) {
        return with("scope", scope);
    }

    public TestToken subject(String subject) {
        return with("sub", subject);
    }

    /** A token with which the application acts as itself. */
    public TestToken ofApplication() {
        return subject("an-application");
    }

    public TestToken with(String claim, Object value) {
        claims.setClaim(claim, value);
        return this;
    }

    public TestToken without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    public TestToken at(String claim, Instant time) {
        return with(claim, NumericDate.fromMilliseconds(time.toEpochMilli()).getValue());
    }

    public TestToken type(String value) {
        this.type = value;
        return this;
    }

    public TestToken kid(String value) {
        this.kid = value;
        return this;
    }

    public TestToken signedBy(PublicJsonWebKey signer) {
        this.key = signer.getPrivateKey();
        return kid(signer.getKeyId());
    }

    /** Signed with any key by any algorithm, {@code none} included. */
    public TestToken signedBy(String otherAlgorithm, Key otherKey) {
        this.algorithm = otherAlgorithm;
        this.key = otherKey;
        return this;
    }

    /** The token as it is sent. */
    public String signed() {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKey(key);
        setHeader(jws, "typ", type);
        setHeader(jws, "kid", kid);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the test cannot sign", e);
        }
    }

    private static void setHeader(JsonWebSignature jws, String name, String value) {
        if (!value.isEmpty()) {
            jws.setHeader(name, value);
        }
    }
}

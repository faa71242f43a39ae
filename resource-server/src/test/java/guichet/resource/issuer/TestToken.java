package guichet.resource.issuer;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.Key;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/** An access token in the making: good in everything that a test does not change. */
public final class TestToken {
    static {
        // Who leaves a claim out means it; a test of the application may set this otherwise.
        System.setProperty("smallrye.jwt.new-token.add-default-claims", "false");
    }

    private final Map<String, Object> claims = new HashMap<>();
    private @Nullable String type = "at+jwt";
    private SignatureAlgorithm algorithm = SignatureAlgorithm.ES256;
    private String kid = TestIssuer.KEY.getKeyId();
    private Key key = TestIssuer.KEY.getPrivateKey();

    private TestToken(String audience) {
        Instant now = Instant.now();
        with("iss", TestIssuer.address());
        with("aud", audience);
        with("sub", "a-person");
        with("client_id", "an-application");
        with("jti", UUID.randomUUID().toString());
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
        claims.put(claim, value);
        return this;
    }

    public TestToken without(String claim) {
        claims.remove(claim);
        return this;
    }

    public TestToken at(String claim, Instant time) {
        return with(claim, time.getEpochSecond());
    }

    public TestToken type(String value) {
        this.type = value.isEmpty() ? null : value;
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

    /** Signed with any key, a shared secret among them, by any algorithm for it. */
    public TestToken signedBy(String otherAlgorithm, Key otherKey) {
        this.algorithm = SignatureAlgorithm.fromAlgorithm(otherAlgorithm);
        this.key = otherKey;
        return this;
    }

    /** The token as it is sent. */
    public String signed() {
        var jws = Jwt.claims(claims).jws().header("typ", type);
        if (!kid.isEmpty()) {
            jws.keyId(kid);
        }
        jws.algorithm(algorithm);
        return key instanceof SecretKey secret ? jws.sign(secret) : jws.sign((PrivateKey) key);
    }
}

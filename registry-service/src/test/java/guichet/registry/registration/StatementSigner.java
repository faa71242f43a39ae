package guichet.registry.registration;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs software statements; the registry of the tests trusts it. */
public final class StatementSigner implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "https://guild.example";

    private static final EllipticCurveJsonWebKey KEY = key();

    @Override
    public Map<String, String> start() {
        String prefix = "guichet.registration.trusted-statements.guild.";
        String jwks = "{\"keys\": [%s]}".formatted(KEY.toJson(OutputControlLevel.PUBLIC_ONLY));
        return Map.of(prefix + "issuer", ISSUER, prefix + "jwks", jwks);
    }

    @Override
    public void stop() {}

    static String sign(JwtClaims claims) throws JoseException {
        return sign(claims, KEY);
    }

    static String sign(JwtClaims claims, EllipticCurveJsonWebKey key) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKey(key.getPrivateKey());
        return jws.getCompactSerialization();
    }

    static EllipticCurveJsonWebKey key() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}

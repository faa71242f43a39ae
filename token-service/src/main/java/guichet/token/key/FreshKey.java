package guichet.token.key;

import java.security.PrivateKey;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key pair that was just made, on P-256 for ES256.
 *
 * @param kid the JWK thumbprint, RFC 7638
 * @param publicJwk what the world may see, RFC 7517
 */
record FreshKey(String kid, String publicJwk, PrivateKey privateKey) {
    static final String ALGORITHM = "ES256";

    static FreshKey generate() {
        try {
            EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            String kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            jwk.setKeyId(kid);
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(ALGORITHM);
            return new FreshKey(
                    kid, jwk.toJson(OutputControlLevel.PUBLIC_ONLY), jwk.getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    @Override
    public String toString() {
        return "FreshKey[" + kid + "]";
    }
}

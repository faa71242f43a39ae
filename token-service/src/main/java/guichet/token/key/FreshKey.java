package guichet.token.key;

import java.security.PrivateKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/**
 * A key pair that was just made.
 *
 * @param kid the JWK thumbprint, RFC 7638
 * @param publicJwk what the world may see, RFC 7517
 */
record FreshKey(String kid, SignatureAlgorithm algorithm, String publicJwk, PrivateKey privateKey) {

    static FreshKey generate(SignatureAlgorithm algorithm) {
        try {
            PublicJsonWebKey jwk = algorithm.generate();
            String kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            jwk.setKeyId(kid);
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(algorithm.value());
            String publicJwk = jwk.toJson(OutputControlLevel.PUBLIC_ONLY);
            return new FreshKey(kid, algorithm, publicJwk, jwk.getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has " + algorithm.value(), e);
        }
    }

    @Override
    public String toString() {
        return "FreshKey[" + kid + "]";
    }
}

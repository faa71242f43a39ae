package guichet.token.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/**
 * A key in memory.
 *
 * @param kid the JWK thumbprint, RFC 7638
 * @param publicJwk the public half as it is published, RFC 7517
 * @param createdAt since when it is published
 * @param signsFrom when it takes over from its predecessor
 */
record SigningKey(
        String kid,
        SignatureAlgorithm algorithm,
        PrivateKey privateKey,
        PublicKey publicKey,
        String publicJwk,
        Instant createdAt,
        Instant signsFrom) {

    /** A new one. */
    static SigningKey generate(SignatureAlgorithm algorithm, Instant createdAt, Instant signsFrom) {
        try {
            PublicJsonWebKey jwk = algorithm.generate();
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(algorithm.value());
            return new SigningKey(
                    jwk.getKeyId(),
                    algorithm,
                    jwk.getPrivateKey(),
                    jwk.getPublicKey(),
                    jwk.toJson(OutputControlLevel.PUBLIC_ONLY),
                    createdAt,
                    signsFrom);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has " + algorithm.value(), e);
        }
    }

    boolean isAnnounced(Instant now) {
        return signsFrom.isAfter(now);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}

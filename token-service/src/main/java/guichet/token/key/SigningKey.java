package guichet.token.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A key in memory.
 *
 * @param signsFrom when it takes over from its predecessor
 */
record SigningKey(
        String kid, PrivateKey privateKey, String publicJwk, Instant createdAt, Instant signsFrom) {
    /** The public half, to read what it has signed. */
    PublicKey publicKey() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(publicJwk).getPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("a stored JWK is malformed: " + kid, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}

package guichet.token.key;

import java.security.PrivateKey;
import java.time.Instant;

/**
 * A key in memory.
 *
 * @param signsFrom when it takes over from its predecessor
 */
record SigningKey(
        String kid, PrivateKey privateKey, String publicJwk, Instant createdAt, Instant signsFrom) {
    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}

package guichet.token.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/**
 * A key in memory.
 *
 * @param publicJwk the public half as it is published
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

    boolean isAnnounced(Instant now) {
        return signsFrom.isAfter(now);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}

package guichet.resource;

import java.security.Key;
import org.jose4j.jwk.JsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * A key of the issuer.
 *
 * @param algorithm the only one it is for, RFC 8725 §3.1; null when the issuer does not say
 */
record PublishedKey(Key key, @Nullable String algorithm) {
    static PublishedKey of(JsonWebKey jwk) {
        return new PublishedKey(jwk.getKey(), jwk.getAlgorithm());
    }

    boolean isFor(String used) {
        return algorithm == null || algorithm.equals(used);
    }
}

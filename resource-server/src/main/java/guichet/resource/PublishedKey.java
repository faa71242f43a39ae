package guichet.resource;

import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A key of the issuer.
 *
 * @param algorithm the only one it is for, RFC 8725 §3.1; null when the issuer does not say
 */
record PublishedKey(Key key, @Nullable String algorithm) {
    /**
     * The keys of a JWK Set, by {@code kid}.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Map<String, PublishedKey> inSet(String jwks) {
        var keys = new HashMap<String, PublishedKey>();
        try {
            for (JsonWebKey jwk : new JsonWebKeySet(jwks).getJsonWebKeys()) {
                if (isForSignatures(jwk)) {
                    keys.putIfAbsent(
                            jwk.getKeyId(), new PublishedKey(jwk.getKey(), jwk.getAlgorithm()));
                }
            }
        } catch (JoseException | RuntimeException malformed) { // jose4j casts what it reads
            throw new IllegalArgumentException("not a JWK Set", malformed);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key in it");
        }
        return keys;
    }

    /** Only public keys: a symmetric one in a public place is nobody's secret. */
    private static boolean isForSignatures(JsonWebKey jwk) {
        return jwk instanceof PublicJsonWebKey
                && jwk.getKeyId() != null
                && (jwk.getUse() == null || jwk.getUse().equals(Use.SIGNATURE));
    }

    boolean isFor(String used) {
        return algorithm == null || algorithm.equals(used);
    }
}

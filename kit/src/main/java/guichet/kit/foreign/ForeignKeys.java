package guichet.kit.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.lang.JoseException;

/**
 * The public keys of a JWK Set that a stranger wrote; those that cannot be used are left out, RFC
 * 7517 §5.
 */
public final class ForeignKeys {
    /** No keys at all. */
    public static final ForeignKeys NONE = new ForeignKeys(List.of());

    /** Of a set; nobody changes more than a few at a time. */
    private static final int MOST = 16;

    /** For one signature: to check it by all would take as long as strangers want it to. */
    private static final int MOST_TRIED = 3;

    private static final Set<String> TEXTS =
            Set.of("kty", "use", "alg", "kid", "x5t", "x5t#S256", "crv", "x", "y", "n", "e");
    private static final Set<String> LISTS = Set.of("key_ops", "x5c");

    private final List<JsonWebKey> keys;

    private ForeignKeys(List<JsonWebKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a JWK Set, of which it takes the first sixteen keys that can be used.
     *
     * @throws ForeignFault when it is none
     */
    public static ForeignKeys read(String jwks) throws ForeignFault {
        JsonNode keys = ForeignJson.object(jwks).path("keys");
        if (!keys.isArray()) {
            throw ForeignFault.malformed("has no keys, an array of JWKs");
        }
        return new ForeignKeys(
                elements(keys).flatMap(key -> key(key).stream()).limit(MOST).toList());
    }

    /** Whether one JWK alone is a public key that can be used. */
    public static boolean isUsable(JsonNode key) {
        return key(key).isPresent();
    }

    private static Optional<JsonWebKey> key(JsonNode key) {
        if (!hasUsualTypes(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonWebKey.Factory.newJwk(key.toString()))
                    .filter(ForeignKeys::isCheckedSoon);
        } catch (JoseException | RuntimeException _) {
            // Of an unknown kind, or without a member that it needs; and jose4j casts what it
            // reads.
            return Optional.empty();
        }
    }

    private static boolean isCheckedSoon(JsonWebKey key) {
        return switch (key) {
            case RsaJsonWebKey rsa ->
                    RsaBounds.allowModulus(rsa.getRsaPublicKey().getModulus())
                            && RsaBounds.allowExponent(rsa.getRsaPublicKey().getPublicExponent());
            default -> key instanceof PublicJsonWebKey;
        };
    }

    private static boolean hasUsualTypes(JsonNode key) {
        return key.isObject()
                && TEXTS.stream().map(key::path).allMatch(it -> isAbsent(it) || it.isTextual())
                && LISTS.stream().map(key::path).allMatch(it -> isAbsent(it) || isListOfTexts(it));
    }

    private static boolean isAbsent(JsonNode member) {
        return member.isMissingNode() || member.isNull();
    }

    private static boolean isListOfTexts(JsonNode list) {
        return list.isArray() && elements(list).allMatch(JsonNode::isTextual);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * Those with which this may be signed: by name, kind, use and algorithm, RFC 7517 §4. The first
     * three: who has more of a kind names one, OpenID Connect Core §10.1.
     */
    public List<Key> fitting(ForeignJwt jwt) {
        try {
            return new VerificationJwkSelector()
                    .selectList(jwt.signature(), keys).stream()
                            .filter(it -> isFor(it, jwt.algorithm()))
                            .limit(MOST_TRIED)
                            .map(JsonWebKey::getKey)
                            .toList();
        } catch (JoseException _) {
            return List.of(); // an algorithm that has no keys
        }
    }

    /** RFC 7517 §4.4: a key that names its algorithm is for that one alone. */
    private static boolean isFor(JsonWebKey key, String algorithm) {
        return key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm);
    }

    /** The same as a JWK Set that holds nothing else. */
    public String toJson() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}

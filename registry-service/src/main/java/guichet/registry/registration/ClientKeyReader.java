package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.ForeignKeys;
import guichet.oauth.PrivateKeyMembers;
import guichet.oauth.Reason;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registry.registration.Reading.Taken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads one public key of a client, RFC 7517 §4. A key of a kind that is not known here is left
 * out, §5; one that can never work, or is no longer secret, is refused. Members that are null are
 * as good as absent, and are not kept.
 */
final class ClientKeyReader {
    /** The kinds of keys with which a signature can be checked here. */
    static final String KINDS = "EC with P-256, P-384 or P-521, RSA, OKP with Ed25519";

    private static final Set<String> NAMED_BY_CURVE = Set.of("EC", "OKP");
    private static final List<String> TEXTS =
            List.of("kty", "kid", "use", "alg", "crv", "x5u", "x5t", "x5t#S256");
    private static final List<String> LISTS = List.of("key_ops", "x5c");

    private ClientKeyReader() {}

    static Reading<JsonNode> read(JsonNode sent) {
        if (!sent.path("kty").isTextual()) {
            throw malformed("each key must be an object with a kty, RFC 7517 4.1");
        }
        ObjectNode key = sent.deepCopy();
        key.removeIf(JsonNode::isNull);
        if (PrivateKeyMembers.NAMES.stream().anyMatch(key::has)) {
            throw fault(
                    Reason.PRIVATE_KEY_SENT,
                    "jwks",
                    "holds a private or secret key: replace it, and send public keys only");
        }
        checkMembers(key);
        if (NAMED_BY_CURVE.contains(key.path("kty").asText()) && !key.hasNonNull("crv")) {
            throw malformed("an EC or OKP key must have crv, RFC 7518 6.2.1.1");
        }
        Optional<PublicKeyKind> kind = PublicKeyKind.of(key);
        if (kind.isEmpty() || !hasKnownAlgorithm(key)) {
            return new LeftOut<>(Reason.KEYS_MALFORMED, "keys known here are " + KINDS);
        }
        check(key, kind.get());
        return new Taken<>(key);
    }

    /** What is said of a key that was left out. */
    static String kind(JsonNode key) {
        return Stream.of("kty", "crv", "alg")
                .filter(key::hasNonNull)
                .map(name -> name + " " + key.path(name).asText())
                .reduce((all, next) -> all + ", " + next)
                .orElseThrow();
    }

    private static void checkMembers(JsonNode key) {
        TEXTS.stream()
                .filter(name -> key.hasNonNull(name) && !key.path(name).isTextual())
                .findFirst()
                .ifPresent(name -> {
                    throw malformed("%s of a key must be a string".formatted(name));
                });
        LISTS.stream()
                .filter(name -> key.hasNonNull(name) && !isListOfTexts(key.path(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw malformed("%s of a key must be an array of strings".formatted(name));
                });
    }

    private static boolean isListOfTexts(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static boolean hasKnownAlgorithm(JsonNode key) {
        return !key.hasNonNull("alg")
                || Stream.of(PublicKeyKind.values())
                        .anyMatch(kind -> kind.signsBy(key.path("alg").asText()));
    }

    private static void check(JsonNode key, PublicKeyKind kind) {
        String algorithm = key.path("alg").asText();
        if (key.hasNonNull("alg") && !kind.signsBy(algorithm)) {
            throw malformed("alg %s does not go with a key of %s".formatted(algorithm, kind));
        }
        kind.faultOf(key)
                .ifPresent(wrong -> {
                    throw malformed(wrong);
                });
        if (!ForeignKeys.isUsable(key)) { // all else of it was looked at above
            throw malformed("x5c of a key must be its certificates, RFC 7517 4.7");
        }
    }

    static RuntimeException malformed(String wrong) {
        return fault(Reason.KEYS_MALFORMED, "jwks", wrong);
    }
}

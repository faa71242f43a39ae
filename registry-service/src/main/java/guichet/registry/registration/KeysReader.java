package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import guichet.registry.client.ClientKeys;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads with which keys a client signs, RFC 7591 §2 and RFC 7517. */
final class KeysReader {
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_KEYS = 20_000;
    private static final Set<String> KEY_TYPES = Set.of("EC", "RSA", "OKP");

    private KeysReader() {}

    static ClientKeys read(MetadataFields fields, @Nullable ClientAuthenticationMethod method) {
        Optional<JsonNode> jwks = fields.object("jwks");
        jwks.ifPresent(KeysReader::check);
        Optional<URI> jwksUri = WebAddress.called(fields, "jwks_uri");
        if (jwks.isPresent() && jwksUri.isPresent()) {
            throw fault(
                    Reason.METADATA_CONTRADICTORY,
                    "jwks",
                    "send either jwks or jwks_uri, not both");
        }
        if (method == ClientAuthenticationMethod.PRIVATE_KEY_JWT
                && jwks.isEmpty()
                && jwksUri.isEmpty()) {
            throw fault(
                    Reason.METADATA_MISSING,
                    "jwks",
                    "private_key_jwt needs the public keys: send jwks or jwks_uri");
        }
        return new ClientKeys(
                algorithm(fields, method),
                jwks.map(JsonNode::toString).orElse(null),
                jwksUri.map(URI::toString).orElse(null));
    }

    private static @Nullable String algorithm(
            MetadataFields fields, @Nullable ClientAuthenticationMethod method) {
        Optional<String> named = fields.text("token_endpoint_auth_signing_alg", LONGEST_TEXT);
        Set<String> possible =
                method == ClientAuthenticationMethod.CLIENT_SECRET_JWT
                        ? SignatureAlgorithms.WITH_SECRET
                        : SignatureAlgorithms.WITH_KEY_PAIR;
        if (named.isPresent() && !possible.contains(named.get())) {
            throw fault(
                    Reason.METADATA_UNSUPPORTED,
                    "token_endpoint_auth_signing_alg",
                    "must fit the method, one of " + String.join(", ", possible));
        }
        return named.orElse(null);
    }

    private static void check(JsonNode jwks) {
        JsonNode keys = jwks.path("keys");
        if (!keys.isArray() || keys.isEmpty() || jwks.toString().length() > LONGEST_KEYS) {
            throw fault(
                    Reason.KEYS_MALFORMED,
                    "jwks",
                    "must have keys, an array of one public key or more, RFC 7517 5");
        }
        StreamSupport.stream(keys.spliterator(), false).forEach(KeysReader::checkKey);
    }

    private static void checkKey(JsonNode key) {
        if (!KEY_TYPES.contains(key.path("kty").asText())) {
            throw fault(Reason.KEYS_MALFORMED, "jwks", "each key must have kty EC, RSA or OKP");
        }
        if (key.has("d")) {
            throw fault(
                    Reason.PRIVATE_KEY_SENT,
                    "jwks",
                    "holds a private key: replace it, and send the public half only");
        }
    }
}

package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.LONGEST_WORD;
import static guichet.registry.registration.MetadataFields.contradictory;
import static guichet.registry.registration.MetadataFields.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Reason;
import guichet.oauth.SignatureAlgorithms;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registry.registration.Reading.Taken;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads with which keys a client signs, RFC 7591 §2 and RFC 7517. */
final class KeysReader {
    private static final String ALGORITHM = "token_endpoint_auth_signing_alg";

    private KeysReader() {}

    /** The keys themselves, as a text; empty when they are published at an address, or none. */
    static Optional<String> jwks(
            MetadataFields fields,
            @Nullable ClientAuthenticationMethod method,
            Optional<URI> jwksUri) {
        Optional<JsonNode> jwks = fields.object("jwks");
        if (jwks.isPresent() && jwksUri.isPresent()) {
            throw contradictory("jwks", "send either jwks or jwks_uri, not both");
        }
        Optional<JsonNode> known = jwks.map(it -> known(fields, it));
        if (method == ClientAuthenticationMethod.PRIVATE_KEY_JWT
                && known.isEmpty()
                && jwksUri.isEmpty()) {
            throw fault(
                    Reason.METADATA_MISSING,
                    "jwks",
                    "private_key_jwt needs the public keys: send jwks or jwks_uri");
        }
        return known.map(JsonNode::toString);
    }

    /**
     * The one algorithm of its assertions: another is refused, since without it the client would be
     * held to none. A client that makes no assertions is held to none anyway.
     */
    static Optional<String> algorithm(
            MetadataFields fields, @Nullable ClientAuthenticationMethod method) {
        Optional<String> named = fields.text(ALGORITHM, LONGEST_WORD);
        Set<String> possible =
                method == ClientAuthenticationMethod.CLIENT_SECRET_JWT
                        ? SignatureAlgorithms.WITH_SECRET
                        : SignatureAlgorithms.WITH_KEY_PAIR;
        if (named.isEmpty() || possible.contains(named.get())) {
            return named;
        }
        var fault =
                new LeftOut<String>(
                        Reason.METADATA_UNSUPPORTED,
                        "must fit the method, one of "
                                + String.join(", ", new TreeSet<>(possible)));
        if (method == ClientAuthenticationMethod.PRIVATE_KEY_JWT
                || method == ClientAuthenticationMethod.CLIENT_SECRET_JWT) {
            throw fault(fault.reason(), ALGORITHM, fault.why());
        }
        fields.leaveOut(ALGORITHM, named.get(), fault);
        return Optional.empty();
    }

    /** The set without the keys of kinds that are not known here, RFC 7517 §5. */
    private static JsonNode known(MetadataFields fields, JsonNode jwks) {
        JsonNode keys = jwks.path("keys");
        if (!keys.isArray() || keys.isEmpty()) {
            throw ClientKeyReader.malformed(
                    "must have keys, an array of one public key or more, RFC 7517 5");
        }
        ArrayNode known = JsonNodeFactory.instance.arrayNode();
        for (JsonNode key : keys) {
            switch (ClientKeyReader.read(key)) {
                case Taken<JsonNode>(JsonNode it) -> known.add(it);
                case LeftOut<JsonNode> unknown ->
                        fields.leaveOut("jwks", ClientKeyReader.kind(key), unknown);
            }
        }
        if (known.isEmpty()) {
            throw ClientKeyReader.malformed(
                    "none of the keys is of a kind that is known here: " + ClientKeyReader.KINDS);
        }
        JsonNode taken = JsonNodeFactory.instance.objectNode().set("keys", known);
        fields.take("jwks", taken);
        return taken;
    }
}

package guichet.authorization.request;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.oauth.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A request object, RFC 9101 §4, of which nothing is checked yet but that it can be read. */
record RequestObject(ForeignJwt jwt) {
    /** What the object says of itself and not of the request. */
    private static final Set<String> OWN =
            Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "client_id");

    /**
     * Reads an object.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request_object}
     */
    static RequestObject read(String text) {
        try {
            return new RequestObject(ForeignJwt.read(text));
        } catch (ForeignFault fault) {
            throw fault(fault.words());
        }
    }

    /** Whether it is of this client, and holds no other object. */
    void checkOwner(String clientId) throws ForeignFault {
        if (isAnother("iss", clientId) || isAnother("client_id", clientId)) {
            throw fault("must have the client_id of the request as iss and client_id");
        }
        if (jwt.claims().hasNonNull("request") || jwt.claims().hasNonNull("request_uri")) {
            throw fault("must not hold another one");
        }
    }

    private boolean isAnother(String claim, String clientId) throws ForeignFault {
        return jwt.text(claim).filter(it -> !it.equals(clientId)).isPresent();
    }

    /** The parameters that it sets, as the address would spell them. */
    Map<String, List<String>> parameters() {
        return jwt.claims().properties().stream()
                .filter(each -> !OWN.contains(each.getKey()))
                .collect(toMap(Map.Entry::getKey, each -> values(each.getValue())));
    }

    private static List<String> values(JsonNode value) {
        Stream<JsonNode> values =
                value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false)
                        : Stream.of(value);
        return values.filter(each -> !each.isNull()).map(RequestObject::text).toList();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    static RuntimeException fault(String fault) {
        return Reason.REQUEST_OBJECT_NOT_GOOD.refuse("the request object %s", fault);
    }
}

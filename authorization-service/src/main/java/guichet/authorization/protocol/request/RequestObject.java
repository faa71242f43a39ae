package guichet.authorization.protocol.request;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.oauth.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    boolean isSigned() {
        return !jwt.isUnsigned();
    }

    /**
     * Whether it is of this client, holds no other object, could not authenticate the client
     * elsewhere (RFC 9101 §10.8), and says the same as what has to stand beside it, RFC 9101 §6.3
     * and OpenID Connect Core §6.1.
     */
    void checkAgainst(Map<String, List<String>> sent, String clientId) throws ForeignFault {
        if (isAnother("iss", clientId) || isAnother("client_id", clientId)) {
            throw fault("must have the client_id of the request as iss and client_id");
        }
        if (jwt.text("sub").filter(clientId::equals).isPresent()) {
            throw fault(
                    "must not have the client_id as sub: it could pass for a proof of who asks");
        }
        Optional<String> type = Optional.ofNullable(sent.get("response_type")).map(List::getFirst);
        if (type.isPresent() && isAnother("response_type", type.get())) {
            throw fault("must have the response_type of the request, if any");
        }
        if (jwt.claims().hasNonNull("request") || jwt.claims().hasNonNull("request_uri")) {
            throw fault("must not hold another one");
        }
    }

    private boolean isAnother(String claim, String clientId) throws ForeignFault {
        return jwt.text(claim).filter(it -> !it.equals(clientId)).isPresent();
    }

    /**
     * The parameters of a request with this object. A signed one is the whole request, RFC 9101
     * §6.3: what stands beside it, anybody can write. One that is not signed proves nothing anyhow,
     * and stands in place of what is beside it, OpenID Connect Core §6.1.
     */
    Map<String, List<String>> among(Map<String, List<String>> sent) {
        var parameters = new HashMap<>(sent);
        if (isSigned()) {
            parameters.keySet().retainAll(Set.of("client_id"));
        }
        parameters.putAll(parameters());
        parameters.remove("request");
        parameters.remove("request_uri");
        return parameters;
    }

    /** Those that it sets, as the address would spell them. */
    private Map<String, List<String>> parameters() {
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

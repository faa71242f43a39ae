package guichet.registry.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.oauth.Reason;
import guichet.registry.change.RequestBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads what an administrator says of an API. A member that is not known is told, never ignored; so
 * is a value of another kind, which Jackson would make fit: 1.5 seconds, or the text "true".
 */
@ApplicationScoped
class ApiReader {
    /** Beside what is said of it, in our own answers: whoever sends one back means the rest. */
    private static final List<String> OURS = List.of("declared", "reserved", "version");

    private final ObjectReader json;

    ApiReader(ObjectMapper json) {
        ObjectMapper exact = json.copy();
        exact.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        this.json =
                exact.readerFor(Api.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Reads what is said of the one of this name, which need not be said again.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request}, naming the member
     */
    Api read(String body, String name) {
        Api said = read(body);
        if (!said.name().isEmpty() && !said.name().equals(name)) {
            throw Reason.RESOURCE_MALFORMED.refuse(
                    "name: it is never changed; delete the API and create it anew");
        }
        return said.called(name);
    }

    /**
     * Reads one.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request}, naming the member
     */
    Api read(String body) {
        ObjectNode members = RequestBody.object(body);
        members.remove(OURS);
        try {
            return json.treeToValue(members, Api.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw Reason.RESOURCE_MALFORMED.refuse(
                    "%s: is not known here; known are %s",
                    path(unknown),
                    unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        } catch (JsonMappingException wrong) {
            // Jackson's message quotes the body.
            throw Reason.RESOURCE_MALFORMED.refuse("%s: is of another kind", path(wrong));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read is JSON", e);
        }
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(at -> at.getFieldName() == null ? "" + at.getIndex() : at.getFieldName())
                .collect(Collectors.joining("."));
    }
}

package guichet.registry.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.RequestBody;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/**
 * Reads what an administrator says. A member that is not known is told, never ignored; so is a
 * value of another kind, which Jackson would make fit: 1.5 seconds, or the text "true".
 */
@ApplicationScoped
public class ExactReader {
    private final ObjectMapper json;

    ExactReader(ObjectMapper json) {
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.json
                .coercionConfigDefaults()
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }

    /**
     * Reads the members of a body, as by {@link RequestBody}.
     *
     * @param reason why one that cannot be read is refused
     * @throws guichet.oauth.OAuthException for that reason, naming the member
     */
    public <T> T read(ObjectNode members, Class<T> type, Reason reason) {
        try {
            return json.treeToValue(members, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw reason.refuse(
                    "%s: is not known here; known are %s",
                    path(unknown),
                    unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        } catch (JsonMappingException wrong) {
            // Jackson's message quotes the body.
            throw reason.refuse("%s: is of another kind", path(wrong));
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

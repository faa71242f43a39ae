package guichet.registry.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.RequestBody;
import guichet.oauth.Reason;
import guichet.registry.change.ExactReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what an administrator says of an API. */
@ApplicationScoped
class ApiReader {
    private static final String RESERVED = "reserved";

    /** Beside what is said of it, in our own answers: whoever sends one back means the rest. */
    private static final List<String> OURS = List.of("declared", RESERVED, "version");

    private final ExactReader reader;

    ApiReader(ExactReader reader) {
        this.reader = reader;
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
        refuseReserved(members.path(RESERVED));
        members.remove(OURS);
        return reader.read(members, Api.class, Reason.RESOURCE_MALFORMED);
    }

    /** Who says so wants the API kept from everybody else, which must not be lost in silence. */
    private static void refuseReserved(JsonNode said) {
        if (!said.isMissingNode() && !said.equals(BooleanNode.FALSE)) {
            throw Reason.RESOURCE_MALFORMED.refuse(
                    "reserved: only an API that the settings of registry-service declare can be so:"
                            + " declare it there, or leave this out");
        }
    }
}

package guichet.kit.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.oauth.Reason;

/** What the body of a request says. */
public final class RequestBody {
    private RequestBody() {}

    /**
     * The members of the object that it is.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request} when it is no JSON object
     */
    public static ObjectNode object(String body) {
        try {
            return ForeignJson.object(body);
        } catch (ForeignFault fault) {
            throw Reason.JSON_OBJECT_REQUIRED.refuse(
                    "the body must be one JSON object, each member once: it %s", fault.words());
        }
    }
}

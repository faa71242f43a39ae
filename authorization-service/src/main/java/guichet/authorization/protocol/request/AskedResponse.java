package guichet.authorization.protocol.request;

import guichet.oauth.Form;
import guichet.oauth.Reason;
import guichet.oauth.ResponseMode;
import guichet.oauth.ResponseType;
import guichet.registryclient.RegisteredClient;
import java.util.Optional;

/**
 * What a request wants for an answer, and how it is to travel, OAuth 2.0 Multiple Response Type
 * Encoding Practices §2.1 and §3.
 */
final class AskedResponse {
    private AskedResponse() {}

    /** How an answer travels, be it a refusal of these very values: tokens never in a query. */
    static ResponseMode mode(Optional<String> type, Optional<String> mode) {
        boolean implicit =
                type.flatMap(ResponseType::find).filter(ResponseType::isImplicit).isPresent();
        return mode.flatMap(ResponseMode::find)
                .filter(it -> !implicit || it != ResponseMode.QUERY)
                .orElse(implicit ? ResponseMode.FRAGMENT : ResponseMode.QUERY);
    }

    /**
     * The response type.
     *
     * @throws guichet.oauth.OAuthException when there is none of that name, the client did not
     *     register it, or the answer cannot travel as the request has it
     */
    static ResponseType type(RegisteredClient client, Form form) {
        String value = form.require("response_type");
        ResponseType type = ResponseType.find(value).orElseThrow(() -> unsupported(value));
        if (!client.metadata().mayAskFor(type)) {
            throw Reason.RESPONSE_TYPE_NOT_REGISTERED.refuse(
                    "the client is not registered for response_type=%s: add it to its"
                            + " response_types, and %s to its grant_types",
                    type, type.grantType());
        }
        form.find("response_mode").ifPresent(mode -> checkMode(type, mode));
        return type;
    }

    private static RuntimeException unsupported(String value) {
        return value.equals("token")
                ? Reason.IMPLICIT_FLOW_ABANDONED.refuse(
                        "an access token alone is abandoned (RFC 9700 2.1.2): use"
                                + " response_type=code with PKCE")
                : Reason.RESPONSE_TYPE_UNSUPPORTED.refuse(
                        "response_type must be code, id_token or id_token token");
    }

    private static void checkMode(ResponseType type, String value) {
        Optional<ResponseMode> mode = ResponseMode.find(value);
        if (mode.isEmpty()) {
            throw Reason.RESPONSE_MODE_UNSUPPORTED.refuse(
                    "response_mode must be query, fragment or form_post");
        }
        if (type.isImplicit() && mode.get() == ResponseMode.QUERY) {
            throw Reason.RESPONSE_MODE_UNSUPPORTED.refuse(
                    "tokens do not travel in a query: response_mode must be fragment or form_post");
        }
    }
}

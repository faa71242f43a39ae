package guichet.authorization.protocol.request;

import guichet.oauth.FormEncoding;
import guichet.oauth.ResponseMode;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer on its way to the application, RFC 6749 §4.1.2.
 *
 * @param parameters in the order in which they are sent
 */
public record AuthorizationResponse(ReplyAddress reply, Map<String, String> parameters) {
    public AuthorizationResponse {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The address with the parameters in it, for every mode but {@link ResponseMode#FORM_POST}. */
    public URI location() {
        String address = reply.redirectUri();
        return reply.mode() == ResponseMode.FRAGMENT
                ? URI.create(address + "#" + FormEncoding.of(parameters))
                : FormEncoding.addedTo(address, parameters);
    }

    /** Never the parameters: a code or tokens may be among them. */
    @Override
    public String toString() {
        return "AuthorizationResponse" + parameters.keySet();
    }
}

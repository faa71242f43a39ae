package guichet.authorization.protocol.request;

import static java.util.stream.Collectors.joining;

import guichet.oauth.ResponseMode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        String separator =
                reply.mode() == ResponseMode.FRAGMENT ? "#" : address.contains("?") ? "&" : "?";
        return URI.create(address + separator + encoded());
    }

    private String encoded() {
        return parameters.entrySet().stream()
                .map(each ->
                        each.getKey()
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
    }

    /** Never the parameters: a code or tokens may be among them. */
    @Override
    public String toString() {
        return "AuthorizationResponse" + parameters.keySet();
    }
}

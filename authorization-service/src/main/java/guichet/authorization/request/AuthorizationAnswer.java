package guichet.authorization.request;

import guichet.oauth.OAuthError;
import guichet.oauth.OpaqueToken;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses by which answers travel, RFC 6749 §4.1.2, each naming the issuer, RFC 9207. */
@Singleton
public class AuthorizationAnswer {
    private final String issuer;

    AuthorizationAnswer(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    /** Back to the application with a code. */
    public URI success(AuthorizationRequest request, OpaqueToken code) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", code.reveal());
        return answer(request.redirectUri(), parameters, request.state());
    }

    /** Back to the application, or to its address for failures, with an error. */
    public URI failure(String failureUri, Optional<String> state, OAuthError error) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error.code());
        parameters.put("error_description", error.description());
        return answer(failureUri, parameters, state);
    }

    private URI answer(String address, Map<String, String> parameters, Optional<String> state) {
        state.ifPresent(value -> parameters.put("state", value));
        parameters.put("iss", issuer);
        String query =
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return URI.create(address + (address.contains("?") ? "&" : "?") + query);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

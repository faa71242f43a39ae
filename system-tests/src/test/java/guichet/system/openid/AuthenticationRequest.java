package guichet.system.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request for authentication, OpenID Connect Core §3.1.2.1. */
record AuthenticationRequest(URI endpoint, Map<String, String> parameters) {
    AuthenticationRequest {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** One for a code, with a state and a nonce and without PKCE. */
    static AuthenticationRequest forCode(
            URI endpoint, String clientId, URI redirectUri, String scope) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirectUri.toString());
        parameters.put("scope", scope);
        parameters.put("state", new State().getValue());
        parameters.put("nonce", new Nonce().getValue());
        return new AuthenticationRequest(endpoint, parameters);
    }

    AuthenticationRequest with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new AuthenticationRequest(endpoint, more);
    }

    AuthenticationRequest without(String... names) {
        var fewer = new LinkedHashMap<>(parameters);
        for (String name : names) {
            fewer.remove(name);
        }
        return new AuthenticationRequest(endpoint, fewer);
    }

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    URI link() {
        return URI.create(endpoint + "?" + Calls.encoded(parameters));
    }
}

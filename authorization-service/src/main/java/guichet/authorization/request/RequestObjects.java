package guichet.authorization.request;

import guichet.kit.registry.RegisteredClient;
import guichet.kit.registry.RegisteredClients;
import guichet.oauth.Form;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OAuthError.RegistrationNotSupported;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that are made by a JWT, sent along or fetched from an address that the client
 * registered, RFC 9101 and OpenID Connect Core §6.
 */
@ApplicationScoped
public class RequestObjects {
    private final RegisteredClients clients;
    private final RequestUris addresses;
    private final RequestObjectSignatures signatures;

    RequestObjects(
            RegisteredClients clients, RequestUris addresses, RequestObjectSignatures signatures) {
        this.clients = clients;
        this.addresses = addresses;
        this.signatures = signatures;
    }

    /**
     * The parameters of a request, those of its object in place of those beside it.
     *
     * @throws guichet.oauth.OAuthException when the object cannot be had or is not good
     */
    public Map<String, List<String>> resolve(Map<String, List<String>> sent) {
        if (sent.containsKey("registration")) {
            throw new RegistrationNotSupported(
                            Reason.REGISTRATION_PARAMETER,
                            "clients register at /register: leave the parameter registration out")
                    .refuse();
        }
        return sent.containsKey("request") || sent.containsKey("request_uri")
                ? resolved(sent)
                : sent;
    }

    private Map<String, List<String>> resolved(Map<String, List<String>> sent) {
        var form = new Form(sent);
        Optional<RegisteredClient> client = clients.find(form.require("client_id"));
        // Without a client it is the next step that refuses, on a page.
        return client.map(it -> merged(sent, object(it, form))).orElse(sent);
    }

    private RequestObject object(RegisteredClient client, Form form) {
        if (form.has("request") && form.has("request_uri")) {
            throw new InvalidRequest(
                            Reason.REQUEST_OBJECT_TWICE, "send request or request_uri, not both")
                    .refuse();
        }
        return form.find("request_uri")
                .map(uri -> signatures.read(client, addresses.fetch(client, uri), true))
                .orElseGet(() -> signatures.read(client, form.require("request"), false));
    }

    private static Map<String, List<String>> merged(
            Map<String, List<String>> sent, RequestObject object) {
        var parameters = new HashMap<>(sent);
        parameters.putAll(object.parameters());
        parameters.remove("request");
        parameters.remove("request_uri");
        return parameters;
    }
}

package guichet.authorization.protocol.request;

import guichet.authorization.page.FetchMetadata;
import guichet.oauth.Form;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final RequestObjectChecks checks;
    private final CurrentVertxRequest current;

    RequestObjects(
            RegisteredClients clients,
            RequestUris addresses,
            RequestObjectChecks checks,
            CurrentVertxRequest current) {
        this.current = current;
        this.clients = clients;
        this.addresses = addresses;
        this.checks = checks;
    }

    /** The parameters of a request, which are those of its object if it has one. */
    public ResolvedRequest resolve(Map<String, List<String>> sent) {
        var form = Form.unchecked(sent);
        try {
            form.checked();
            if (form.has("registration")) {
                throw Reason.REGISTRATION_PARAMETER.refuse(
                        "clients register at /register: leave the parameter registration out");
            }
            // Without a client it is the next step that refuses, on a page.
            return form.find("client_id")
                    .flatMap(clients::find)
                    .map(client -> resolved(client, sent, form))
                    .orElseGet(() -> new ResolvedRequest(form, Optional.empty()));
        } catch (OAuthException unread) {
            return new ResolvedRequest(form, Optional.of(unread));
        }
    }

    private ResolvedRequest resolved(
            RegisteredClient client, Map<String, List<String>> sent, Form form) {
        if (form.has("request") || form.has("request_uri")) {
            // Its servers are called for it, which no page elsewhere has its visitors do.
            FetchMetadata.of(current)
                    .ifPresent(
                            form.has("request_uri")
                                    ? FetchMetadata::requirePage
                                    : FetchMetadata::requireNavigation);
            return checked(client, sent, object(client, form));
        }
        if (client.metadata().openId().requireSignedRequestObject()) {
            throw Reason.REQUEST_OBJECT_REQUIRED.refuse(
                    "the client registered to sign its requests: send request or request_uri");
        }
        return new ResolvedRequest(form, Optional.empty());
    }

    private RequestObject object(RegisteredClient client, Form form) {
        if (form.has("request") && form.has("request_uri")) {
            throw Reason.REQUEST_OBJECT_TWICE.refuse("send request or request_uri, not both");
        }
        return RequestObject.read(
                form.find("request_uri")
                        .map(uri -> addresses.fetch(client, uri))
                        .orElseGet(() -> form.require("request")));
    }

    private ResolvedRequest checked(
            RegisteredClient client, Map<String, List<String>> sent, RequestObject object) {
        Form parameters = Form.unchecked(object.among(sent));
        try {
            checks.check(client, object, sent);
            return new ResolvedRequest(parameters, Optional.empty());
        } catch (OAuthException refused) {
            return new ResolvedRequest(parameters, Optional.of(refused));
        }
    }
}

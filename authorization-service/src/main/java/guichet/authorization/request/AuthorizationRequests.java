package guichet.authorization.request;

import guichet.authorization.code.CodeChallenge;
import guichet.kit.registry.Actor;
import guichet.kit.registry.RegisteredClient;
import guichet.kit.registry.RegisteredClients;
import guichet.kit.registry.Resources;
import guichet.oauth.Form;
import guichet.oauth.GrantType;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OAuthError.InvalidScope;
import guichet.oauth.OAuthError.UnauthorizedClient;
import guichet.oauth.OAuthError.UnsupportedResponseType;
import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and checks authorization requests, RFC 6749 §4.1.1, in two steps. */
@ApplicationScoped
public class AuthorizationRequests {
    private final RegisteredClients clients;
    private final Resources resources;

    AuthorizationRequests(RegisteredClients clients, Resources resources) {
        this.clients = clients;
        this.resources = resources;
    }

    /**
     * The first step: who asks, and where answers may go. Without both, a person must be shown the
     * fault and sent nowhere, RFC 6749 §4.1.2.1.
     *
     * @throws guichet.oauth.OAuthException saying what is wrong with client or redirect address
     */
    public Recipient recipient(Map<String, List<String>> parameters) {
        var form = new Form(only(parameters, "client_id", "redirect_uri"));
        RegisteredClient client =
                clients.find(form.require("client_id"))
                        .orElseThrow(() ->
                                new InvalidRequest("no application has this client_id").refuse());
        Optional<String> asked = form.find("redirect_uri");
        return new Recipient(
                client, redirectUri(client, asked), asked.isPresent(), state(parameters));
    }

    /** A repeated or malformed state goes back to nobody; it is {@link #read} that refuses it. */
    private static Optional<String> state(Map<String, List<String>> parameters) {
        try {
            return new Form(only(parameters, "state")).find("state");
        } catch (OAuthException _) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> only(
            Map<String, List<String>> parameters, String... names) {
        return Stream.of(names)
                .filter(parameters::containsKey)
                .collect(Collectors.toMap(name -> name, parameters::get));
    }

    private static String redirectUri(RegisteredClient client, Optional<String> asked) {
        List<String> registered = client.redirectUris();
        if (asked.isEmpty()) {
            if (registered.size() == 1) {
                return registered.getFirst();
            }
            throw new InvalidRequest(
                            "redirect_uri is missing: the application registered %s"
                                    .formatted(registered.isEmpty() ? "none" : "several"))
                    .refuse();
        }
        if (!RedirectUris.isRegistered(asked.get(), registered)) {
            throw new InvalidRequest(
                            "redirect_uri is not one that the application registered, to the letter")
                    .refuse();
        }
        return asked.get();
    }

    /**
     * The second step: everything else. The fault is an answer to the client.
     *
     * @throws guichet.oauth.OAuthException with the error to send to {@link Recipient#failureUri()}
     */
    public AuthorizationRequest read(Recipient recipient, Map<String, List<String>> parameters) {
        var form = new Form(parameters);
        checkResponseType(form.require("response_type"));
        RegisteredClient client = recipient.client();
        if (!client.mayUse(GrantType.AUTHORIZATION_CODE)) {
            throw new UnauthorizedClient(
                            "the client is not registered for authorization_code: add it to its"
                                    + " grant_types")
                    .refuse();
        }
        return new AuthorizationRequest(
                client.clientId(),
                recipient.redirectUri(),
                recipient.redirectUriGiven(),
                scope(client, form.find("scope").map(Scope::parse)),
                recipient.state(),
                codeChallenge(client, form));
    }

    private static void checkResponseType(String type) {
        switch (type) {
            case "code" -> {}
            case "token" ->
                    throw new UnsupportedResponseType(
                                    "the implicit flow is abandoned (RFC 9700 §2.1.2): use"
                                            + " response_type=code with PKCE")
                            .refuse();
            default ->
                    throw new UnsupportedResponseType("the only response_type here is code")
                            .refuse();
        }
    }

    private Scope scope(RegisteredClient client, Optional<Scope> asked) {
        Scope possible = resources.catalogue().grantable(client.scope(), Actor.PERSON);
        Scope scope = asked.orElse(possible);
        Scope tooMuch = scope.without(possible);
        if (!tooMuch.isEmpty()) {
            throw new InvalidScope(
                            "%s is not registered for this client, or no person can grant it"
                                    .formatted(tooMuch))
                    .refuse();
        }
        if (scope.isEmpty()) {
            throw new InvalidScope("the client registered no scope that a person can grant")
                    .refuse();
        }
        return scope;
    }

    /** RFC 7636 §4.3 and §4.4.1; for public clients the challenge is required, RFC 9700 §2.1.1. */
    private static Optional<String> codeChallenge(RegisteredClient client, Form form) {
        Optional<String> challenge = form.find("code_challenge");
        Optional<String> method = form.find("code_challenge_method");
        if (challenge.isEmpty()) {
            if (client.isPublic() || method.isPresent()) {
                throw new InvalidRequest("code_challenge is missing: PKCE is required here")
                        .refuse();
            }
            return challenge;
        }
        if (!method.equals(Optional.of("S256"))) {
            throw new InvalidRequest("code_challenge_method must be S256").refuse();
        }
        if (!CodeChallenge.isWellFormed(challenge.get())) {
            throw new InvalidRequest("code_challenge must be a base64url SHA-256, 43 characters")
                    .refuse();
        }
        return challenge;
    }
}

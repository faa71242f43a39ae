package guichet.authorization.protocol.logout;

import guichet.authorization.protocol.tokenservice.IdTokenHint;
import guichet.authorization.protocol.tokenservice.TokenService;
import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and checks logout requests, RP-Initiated Logout 1.0 §2; faults are shown to the person. */
@ApplicationScoped
class LogoutRequests {
    private final TokenService tokenService;
    private final RegisteredClients clients;

    LogoutRequests(TokenService tokenService, RegisteredClients clients) {
        this.tokenService = tokenService;
        this.clients = clients;
    }

    /**
     * The request; {@code logout_hint} and {@code ui_locales} are taken and change nothing.
     *
     * @throws guichet.oauth.OAuthException saying what is wrong
     */
    LogoutRequest read(Map<String, List<String>> parameters) {
        var form = new Form(parameters);
        Optional<IdTokenHint> hint = form.find("id_token_hint").map(this::hint);
        Optional<String> named = form.find("client_id");
        checkClient(named, hint);
        Optional<RegisteredClient> client =
                named.or(() -> hint.map(IdTokenHint::clientId)).flatMap(clients::find);
        if (named.isPresent() && client.isEmpty()) {
            throw Reason.CLIENT_UNKNOWN.refuse("no application has this client_id");
        }
        return new LogoutRequest(
                client.map(RegisteredClient::clientId),
                hint.flatMap(IdTokenHint::sid).map(UUID::fromString),
                destination(client, form, hint.isPresent()),
                form.find("state"));
    }

    /** It may have expired, §2: tokens live for minutes, sessions for hours. */
    private IdTokenHint hint(String idToken) {
        return tokenService
                .readHint(OpaqueToken.of(idToken))
                .orElseThrow(() ->
                        Reason.ID_TOKEN_HINT_NOT_OURS.refuse(
                                "id_token_hint is not an ID token that was issued here"));
    }

    private static void checkClient(Optional<String> named, Optional<IdTokenHint> hint) {
        boolean fits =
                named.isEmpty() || hint.isEmpty() || hint.get().clientId().equals(named.get());
        if (!fits) {
            throw Reason.ID_TOKEN_HINT_NOT_OURS.refuse(
                    "id_token_hint was issued to another client than client_id says");
        }
    }

    /**
     * Where to go, which must be registered to the letter, §3. When nobody says who asks, nobody is
     * sent anywhere: the address is left aside.
     */
    private static Optional<String> destination(
            Optional<RegisteredClient> client, Form form, boolean hinted) {
        Optional<String> asked = form.find("post_logout_redirect_uri");
        if (client.isEmpty() && !hinted) {
            return Optional.empty();
        }
        boolean registered =
                asked.isEmpty()
                        || client.stream()
                                .flatMap(it ->
                                        it.metadata().logout().postLogoutRedirectUris().stream())
                                .anyMatch(asked.get()::equals);
        if (!registered) {
            throw Reason.POST_LOGOUT_REDIRECT_URI_NOT_REGISTERED.refuse(
                    "post_logout_redirect_uri is not one that the application registered,"
                            + " to the letter");
        }
        return asked;
    }
}

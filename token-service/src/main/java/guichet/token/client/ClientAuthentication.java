package guichet.token.client;

import guichet.kit.registry.RegisteredClient;
import guichet.kit.registry.RegisteredClients;
import guichet.oauth.Form;
import guichet.oauth.OAuthError.InvalidClient;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates the client of a request, once, before anything else looks at it. */
@ApplicationScoped
public class ClientAuthentication {
    private static final String NOBODYS_HASH = OpaqueToken.random("gcs").sha256();

    private final RegisteredClients clients;

    ClientAuthentication(RegisteredClients clients) {
        this.clients = clients;
    }

    /**
     * The client, by the method it registered.
     *
     * @param authorization the header, if there is one
     * @throws guichet.oauth.OAuthException {@code invalid_client}, or {@code invalid_request} when
     *     the client names itself not at all or twice
     */
    public AuthenticatedClient authenticate(@Nullable String authorization, Form form) {
        var presented = PresentedCredentials.of(authorization, form);
        Optional<RegisteredClient> client = clients.find(presented.clientId());
        boolean proven = isProven(client, presented);
        return client.filter(_ -> proven)
                .map(AuthenticatedClient::new)
                .orElseThrow(() ->
                        new InvalidClient(
                                        client.isEmpty()
                                                ? "unknown client"
                                                : "wrong secret or method, client "
                                                        + presented.clientId())
                                .refuse());
    }

    private static boolean isProven(
            Optional<RegisteredClient> client, PresentedCredentials presented) {
        boolean secretFits =
                presented.secret().map(secret -> hasSecret(client, secret)).orElse(true);
        return secretFits && client.filter(it -> allows(it, presented)).isPresent();
    }

    /** Hashes and compares for an unknown client too, so that time tells nothing. */
    private static boolean hasSecret(Optional<RegisteredClient> client, OpaqueToken secret) {
        return client.map(it -> it.hasSecret(secret))
                .orElseGet(() -> secret.hasSha256(NOBODYS_HASH));
    }

    private static boolean allows(RegisteredClient client, PresentedCredentials presented) {
        return client.tokenEndpointAuthMethods().contains(presented.method());
    }
}

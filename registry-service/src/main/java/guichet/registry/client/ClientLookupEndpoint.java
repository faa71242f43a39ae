package guichet.registry.client;

import guichet.kit.internal.CallableBy;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Tells the other services of a client, {@code docs/internal-api.md}. */
@Path("/internal/clients/{clientId}")
@CallableBy({"authorization", "token"})
@RunOnVirtualThread
class ClientLookupEndpoint {
    private static final Set<ClientAuthenticationMethod> BOTH =
            Set.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final Clients clients;
    private final ClientSecrets secrets;

    ClientLookupEndpoint(Clients clients, ClientSecrets secrets) {
        this.clients = clients;
        this.secrets = secrets;
    }

    @GET
    @Transactional
    public RegisteredClient client(@RestPath String clientId) {
        Client client = clients.findByIdOptional(clientId).orElseThrow(NotFoundException::new);
        return new RegisteredClient(
                client.clientId,
                client.nameForPeople(),
                uri(client.clientUri),
                Optional.ofNullable(client.description),
                uri(client.logoUri),
                uri(client.tosUri),
                uri(client.policyUri),
                client.contacts,
                client.redirectUris,
                Optional.ofNullable(client.failureRedirectUri),
                Set.copyOf(client.grantTypes()),
                Set.copyOf(client.responseTypes()),
                Scope.parse(client.scope),
                methods(client.tokenEndpointAuthMethod),
                Optional.ofNullable(client.tokenEndpointAuthSigningAlg),
                Optional.ofNullable(client.jwks),
                uri(client.jwksUri),
                Optional.ofNullable(client.introspectionSignedResponseAlg),
                secrets.hashes(clientId),
                client.rotatesRefreshTokens,
                client.requiresPkce,
                client.openId,
                client.logout);
    }

    private static Set<ClientAuthenticationMethod> methods(@Nullable String registered) {
        return registered == null
                ? BOTH
                : Set.of(ClientAuthenticationMethod.find(registered).orElseThrow());
    }

    private static Optional<URI> uri(@Nullable String text) {
        return Optional.ofNullable(text).map(URI::create);
    }
}

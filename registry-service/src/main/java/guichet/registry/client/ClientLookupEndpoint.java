package guichet.registry.client;

import guichet.kit.internal.CallableBy;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.ClientAuthenticationMethod;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

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
        ClientMetadata metadata = client.metadata;
        return new RegisteredClient(
                clientId,
                client.nameForPeople(),
                metadata.clientUri(),
                metadata.description(),
                Optional.ofNullable(client.logoSha256),
                metadata.tosUri(),
                metadata.policyUri(),
                metadata.contacts(),
                metadata.redirectUris(),
                metadata.failureRedirectUri(),
                Set.copyOf(metadata.grantTypes()),
                Set.copyOf(metadata.responseTypes()),
                metadata.scope(),
                metadata.tokenEndpointAuthMethod().map(Set::of).orElse(BOTH),
                metadata.tokenEndpointAuthSigningAlg(),
                metadata.jwks(),
                metadata.jwksUri(),
                metadata.introspectionSignedResponseAlg(),
                secrets.hashes(clientId),
                metadata.rotateRefreshTokens(),
                metadata.requirePkce(),
                metadata.openId(),
                metadata.logout(),
                metadata.defaultResource(),
                client.standing());
    }
}

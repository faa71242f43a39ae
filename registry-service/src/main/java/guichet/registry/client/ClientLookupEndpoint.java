package guichet.registry.client;

import guichet.kit.internal.CallableBy;
import guichet.registryclient.RegisteredClient;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Tells the other services of a client, {@code docs/internal-api.md}. */
@Path("/internal/clients/{clientId}")
@CallableBy({"authorization", "token"})
@RunOnVirtualThread
class ClientLookupEndpoint {
    private final ClientRows rows;
    private final ClientSecrets secrets;

    ClientLookupEndpoint(ClientRows rows, ClientSecrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    @GET
    @Transactional
    public RegisteredClient client(@RestPath String clientId) {
        Client client = rows.findByIdOptional(clientId).orElseThrow(NotFoundException::new);
        return new RegisteredClient(
                clientId,
                client.metadata,
                Optional.ofNullable(client.logoSha256),
                secrets.hashes(clientId),
                client.standing());
    }
}

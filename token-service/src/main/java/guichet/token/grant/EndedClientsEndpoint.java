package guichet.token.grant;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** Is told by the registry that a client was deleted, {@code docs/internal-api.md}. */
@Path("/internal/ended-clients/{clientId}")
@CallableBy("registry")
@RunOnVirtualThread
class EndedClientsEndpoint {
    private final EndedClients ended;

    EndedClientsEndpoint(EndedClients ended) {
        this.ended = ended;
    }

    @PUT
    public void end(@RestPath String clientId) {
        ended.end(clientId);
    }
}

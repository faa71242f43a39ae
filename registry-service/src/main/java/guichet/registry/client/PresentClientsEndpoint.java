package guichet.registry.client;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;

/** Tells authorization-service which clients are still there, {@code docs/internal-api.md}. */
@Path("/internal/present-clients")
@CallableBy("authorization")
@RunOnVirtualThread
class PresentClientsEndpoint {
    private final Clients clients;

    PresentClientsEndpoint(Clients clients) {
        this.clients = clients;
    }

    @POST
    public Set<String> present(List<String> clientIds) {
        return clients.present(clientIds);
    }
}

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
    private final GrantEnds ends;

    EndedClientsEndpoint(GrantEnds ends) {
        this.ends = ends;
    }

    @PUT
    public void end(@RestPath String clientId) {
        ends.endClient(clientId);
    }
}

package guichet.token.grant;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;

/** Tells the registry which clients have been used, {@code docs/internal-api.md}. */
@Path("/internal/granted-clients")
@CallableBy("registry")
@RunOnVirtualThread
class GrantedClientsEndpoint {
    private final Grants grants;

    GrantedClientsEndpoint(Grants grants) {
        this.grants = grants;
    }

    @POST
    public Set<String> granted(List<String> clientIds) {
        return grants.clientsWithOne(clientIds);
    }
}

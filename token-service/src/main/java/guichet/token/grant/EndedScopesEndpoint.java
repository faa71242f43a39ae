package guichet.token.grant;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Is told by the registry which scopes are on offer no more, {@code docs/internal-api.md}. */
@Path("/internal/ended-scopes")
@CallableBy("registry")
@RunOnVirtualThread
class EndedScopesEndpoint {
    private final GrantEnds ends;

    EndedScopesEndpoint(GrantEnds ends) {
        this.ends = ends;
    }

    @POST
    public void end(EndedScopes ended) {
        ends.endScopes(ended);
    }
}

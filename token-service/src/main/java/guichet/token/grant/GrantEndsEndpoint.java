package guichet.token.grant;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/**
 * Is told by authorization-service that all grants of a person end, {@code docs/internal-api.md}.
 */
@Path("/internal/grant-ends")
@CallableBy("authorization")
@RunOnVirtualThread
class GrantEndsEndpoint {
    private final GrantEnds ends;

    GrantEndsEndpoint(GrantEnds ends) {
        this.ends = ends;
    }

    @POST
    public void end(GrantEnd end) {
        ends.end(end);
    }
}

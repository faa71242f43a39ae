package guichet.token.grant;

import guichet.kit.internal.CallableBy;
import guichet.oauth.Reason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Is told by authorization-service which sessions are over, {@code docs/internal-api.md}. */
@Path("/internal/ended-sessions")
@CallableBy("authorization")
@RunOnVirtualThread
class EndedSessionsEndpoint {
    /** So many are kept well within the time that a call may take. */
    private static final int AT_ONCE = 1_000;

    private final GrantEnds ends;

    EndedSessionsEndpoint(GrantEnds ends) {
        this.ends = ends;
    }

    @POST
    public void end(EndedSessions ended) {
        if (ended.sids().size() > AT_ONCE) {
            throw Reason.PARAMETER_TOO_LONG.refuse("sids has more than %d", AT_ONCE);
        }
        ends.endSessions(ended);
    }
}

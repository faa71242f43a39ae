package guichet.token.grant;

import static java.util.Objects.requireNonNull;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Is told by authorization-service that a grant has ended, {@code docs/internal-api.md}. */
@Path("/internal/revoked-grants/{grantId}")
@CallableBy("authorization")
@RunOnVirtualThread
class RevokedGrantsEndpoint {
    private final Grants grants;

    RevokedGrantsEndpoint(Grants grants) {
        this.grants = grants;
    }

    @PUT
    public void revoke(@RestPath UUID grantId, Revocation revocation) {
        grants.revoke(grantId, revocation.reason());
    }

    /** Why it ends, for the audit. */
    record Revocation(String reason) {
        Revocation {
            requireNonNull(reason, "reason");
        }
    }
}

package guichet.token.grant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Is told by authorization-service which grants have ended, {@code docs/internal-api.md}. */
@Path("/internal/revoked-grants")
@CallableBy("authorization")
@RunOnVirtualThread
class RevokedGrantsEndpoint {
    private final Grants grants;

    RevokedGrantsEndpoint(Grants grants) {
        this.grants = grants;
    }

    @POST
    public void revoke(Revocation revocation) {
        grants.revokeAll(revocation.grantIds(), revocation.reason());
    }

    /** Which end, and why, for the audit. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Revocation(List<UUID> grantIds, String reason) {
        Revocation {
            grantIds = List.copyOf(grantIds);
            requireNonNull(reason, "reason");
        }
    }
}

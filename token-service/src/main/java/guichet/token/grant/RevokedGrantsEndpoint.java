package guichet.token.grant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.internal.CallableBy;
import guichet.oauth.Reason;
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
    /** So many are ended well within the time that a call may take. */
    private static final int AT_ONCE = 200;

    private final Grants grants;

    RevokedGrantsEndpoint(Grants grants) {
        this.grants = grants;
    }

    @POST
    public void revoke(Revocation revocation) {
        if (revocation.grantIds().size() > AT_ONCE) {
            throw Reason.PARAMETER_TOO_LONG.refuse("grant_ids has more than %d", AT_ONCE);
        }
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

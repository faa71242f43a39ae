package guichet.authorization.protocol.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.protocol.grant.Grants;
import guichet.kit.internal.CallableBy;
import guichet.oauth.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;

/** Tells token-service what userinfo may say, {@code docs/internal-api.md}. */
@Path("/internal/claims")
@CallableBy("token")
@RunOnVirtualThread
class ClaimsEndpoint {
    private final Grants grants;
    private final IdentityClaims claims;

    ClaimsEndpoint(Grants grants, IdentityClaims claims) {
        this.grants = grants;
        this.claims = claims;
    }

    @POST
    public Map<String, Object> claims(Question question) {
        return grants.findStanding(question.grantId())
                .map(grant -> claims.forUserinfo(grant, question.scope()))
                .orElseThrow(NotFoundException::new);
    }

    /** For which grant, and with which scope of it. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Question(UUID grantId, Scope scope) {
        Question {
            requireNonNull(grantId, "grant_id");
            requireNonNull(scope, "scope");
        }
    }
}

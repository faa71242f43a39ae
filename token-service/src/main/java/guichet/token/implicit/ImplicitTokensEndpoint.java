package guichet.token.implicit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.internal.CallableBy;
import guichet.oauth.ResponseType;
import guichet.token.grant.Grant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Issues tokens that authorization-service passes on, {@code docs/internal-api.md}. */
@Path("/internal/implicit-tokens")
@CallableBy("authorization")
@RunOnVirtualThread
class ImplicitTokensEndpoint {
    private final ImplicitTokens tokens;

    ImplicitTokensEndpoint(ImplicitTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    public Map<String, String> issue(ImplicitGrant grant) {
        return tokens.issue(grant).orElseThrow(NotFoundException::new);
    }

    /**
     * A grant that was just made.
     *
     * @param nonce of the request
     * @param idTokenClaims what else the ID token says of the person
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record ImplicitGrant(
            Grant grant,
            ResponseType responseType,
            String nonce,
            Map<String, Object> idTokenClaims) {
        ImplicitGrant {
            requireNonNull(grant, "grant");
            requireNonNull(responseType, "response_type");
            requireNonNull(nonce, "nonce");
            idTokenClaims = Map.copyOf(idTokenClaims);
        }
    }
}

package guichet.authorization.code;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Redeems codes for token-service, {@code docs/internal-api.md}. */
@Path("/internal/codes/redeem")
@CallableBy("token")
@RunOnVirtualThread
class CodeRedemptionEndpoint {
    private final AuthorizationCodes codes;

    CodeRedemptionEndpoint(AuthorizationCodes codes) {
        this.codes = codes;
    }

    @POST
    public Redemption redeem(RedeemRequest request) {
        return codes.redeem(request);
    }
}

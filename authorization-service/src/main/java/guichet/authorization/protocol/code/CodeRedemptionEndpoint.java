package guichet.authorization.protocol.code;

import guichet.authorization.protocol.code.Redemption.Untouched;
import guichet.kit.internal.CallableBy;
import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.registryclient.RegisteredClients;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Redeems codes for token-service, {@code docs/internal-api.md}. */
@Path("/internal/codes/redeem")
@CallableBy("token")
@RunOnVirtualThread
class CodeRedemptionEndpoint {
    private final AuthorizationCodes codes;
    private final RegisteredClients clients;
    private final Resources resources;

    CodeRedemptionEndpoint(
            AuthorizationCodes codes, RegisteredClients clients, Resources resources) {
        this.codes = codes;
        this.clients = clients;
        this.resources = resources;
    }

    @POST
    public Redemption redeem(RedeemRequest request) {
        ResourceCatalogue catalogue = resources.catalogue();
        Scope registered =
                request.registeredScope().orElseGet(() -> registered(request.clientId()));
        try {
            return codes.redeem(request, registered, catalogue);
        } catch (OAuthException refused) { // and what was done rolled back
            return new Untouched(refused.error().reason().code(), refused.error().fault());
        }
    }

    private Scope registered(String clientId) {
        return clients.find(clientId).map(client -> client.metadata().scope()).orElse(Scope.NONE);
    }
}

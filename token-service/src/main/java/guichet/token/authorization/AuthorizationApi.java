package guichet.token.authorization;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The internal API of authorization-service, {@code docs/internal-api.md}. */
@RegisterRestClient(configKey = "authorization")
@ClientHeaderParam(
        name = AUTHORIZATION,
        value = "Bearer ${guichet.internal.authorization.credential}")
@Path("/internal")
interface AuthorizationApi {
    @POST
    @Path("/codes/redeem")
    Redemption redeem(RedeemRequest request);

    @POST
    @Path("/password-grants")
    Verification verify(PasswordRequest request);
}

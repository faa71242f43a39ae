package guichet.token.authorization;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

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

    @POST
    @Path("/claims")
    Map<String, Object> claims(ClaimsQuestion question);

    @ClientExceptionMapper
    static @Nullable RuntimeException unknown(Response response) {
        return response.getStatus() == 404 ? new NotFoundException() : null;
    }
}

package guichet.token.authorization;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.RETRY_AFTER;

import guichet.kit.neighbour.NeighbourRefusals;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The internal API of authorization-service, {@code docs/internal-api.md}. */
@RegisterProvider(NeighbourRefusals.class)
@RegisterRestClient(configKey = "authorization")
@ClientHeaderParam(
        name = AUTHORIZATION,
        value = "Bearer ${guichet.internal.authorization.credential}")
@Path("/internal")
interface AuthorizationApi {
    /** What authorization-service writes; a date is of somebody in between, RFC 9110 §10.2.3. */
    Pattern SECONDS = Pattern.compile("\\d{1,6}");

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
    static @Nullable RuntimeException answered(Response response) {
        String rest = response.getHeaderString(RETRY_AFTER);
        return response.getStatus() == 503 && rest != null && SECONDS.matcher(rest).matches()
                ? busy(rest)
                : null;
    }

    /** It is there and says when to come back: no outage. */
    private static OAuthException busy(String seconds) {
        return Reason.SERVICE_BUSY
                .error("too much is under way: try again in %s seconds", seconds)
                .withRetryAfter(Duration.ofSeconds(Long.parseLong(seconds)))
                .refuse();
    }
}

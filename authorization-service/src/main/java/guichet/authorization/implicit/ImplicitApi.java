package guichet.authorization.implicit;

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

/** Where token-service issues implicit tokens, {@code docs/internal-api.md}. */
@RegisterRestClient(configKey = "token")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.token.credential}")
@Path("/internal/implicit-tokens")
interface ImplicitApi {
    @POST
    Map<String, String> issue(ImplicitGrant grant);

    @ClientExceptionMapper
    static @Nullable RuntimeException unknown(Response response) {
        return response.getStatus() == 404 ? new NotFoundException() : null;
    }
}

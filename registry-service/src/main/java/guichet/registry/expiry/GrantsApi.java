package guichet.registry.expiry;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The internal API of token-service, {@code docs/internal-api.md}. */
@RegisterRestClient(configKey = "token")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.token.credential}")
@Path("/internal")
interface GrantsApi {
    /** Those of these clients that have a grant. */
    @POST
    @Path("/granted-clients")
    Set<String> granted(List<String> clientIds);
}

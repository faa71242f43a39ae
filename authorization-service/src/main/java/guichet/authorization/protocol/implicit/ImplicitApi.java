package guichet.authorization.protocol.implicit;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import guichet.kit.neighbour.NeighbourRefusals;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where token-service issues implicit tokens, {@code docs/internal-api.md}. */
@RegisterProvider(NeighbourRefusals.class)
@RegisterRestClient(configKey = "token")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.token.credential}")
@Path("/internal/implicit-tokens")
interface ImplicitApi {
    @POST
    Map<String, String> issue(ImplicitGrant grant);
}

package guichet.registry.tokenservice;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import guichet.kit.neighbour.NeighbourRefusals;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The internal API of token-service, {@code docs/internal-api.md}. */
@RegisterProvider(NeighbourRefusals.class)
@RegisterRestClient(configKey = "token")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.token.credential}")
@Path("/internal")
interface TokenApi {
    @PUT
    @Path("/ended-clients/{id}")
    void end(@RestPath String id);

    @PUT
    @Path("/ended-secrets/{sha256}")
    void endSecret(@RestPath String sha256);

    @POST
    @Path("/ended-scopes")
    void endScopes(EndedScopes ended);

    @POST
    @Path("/granted-clients")
    Set<String> granted(List<String> clientIds);

    @PUT
    @Path("/signing-algorithms/{algorithm}")
    void provide(@RestPath String algorithm);
}

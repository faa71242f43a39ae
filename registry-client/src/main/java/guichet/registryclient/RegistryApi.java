package guichet.registryclient;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import guichet.kit.neighbour.NeighbourRefusals;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The registry's internal API, {@code docs/internal-api.md}. */
@RegisterProvider(NeighbourRefusals.class)
@RegisterRestClient(configKey = "registry")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.registry.credential}")
@Path("/internal")
interface RegistryApi {
    @GET
    @Path("/clients/{id}")
    RegisteredClient client(@RestPath String id);

    @GET
    @Path("/clients/{id}/shared-secrets")
    List<String> sharedSecrets(@RestPath String id);

    @POST
    @Path("/present-clients")
    Set<String> clientsAmong(List<String> clientIds);

    @GET
    @Path("/resources")
    List<Resource> resources();

    @GET
    @Path("/flows")
    OfferedFlows flows();
}

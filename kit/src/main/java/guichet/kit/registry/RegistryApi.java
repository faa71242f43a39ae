package guichet.kit.registry;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The registry's internal API, {@code docs/internal-api.md}. */
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

    @ClientExceptionMapper
    static @Nullable RuntimeException unknown(Response response) {
        return response.getStatus() == 404 ? new NotFoundException() : null;
    }
}

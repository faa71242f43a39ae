package guichet.registry.resource;

import guichet.resource.RequiresScope;
import guichet.resource.RequiresScope.Acting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * {@link ResourceAdministrationEndpoint} as OpenAPI describes it, for generators of clients. It
 * says nothing that is not in the manual, and no API has a dot in its name.
 */
@Path(ResourceAdministrationEndpoint.PATH + "/openapi.yaml")
@RequiresScope(value = "registry:admin", as = Acting.APPLICATION)
@RunOnVirtualThread
class ResourceDescriptionEndpoint {
    @GET
    @Produces("application/yaml")
    public byte[] description() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("openapi.yaml")) {
            return Objects.requireNonNull(file, "openapi.yaml").readAllBytes();
        }
    }
}

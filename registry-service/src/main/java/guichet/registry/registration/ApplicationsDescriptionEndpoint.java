package guichet.registry.registration;

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
 * {@link ApplicationsEndpoint} as OpenAPI describes it, for generators of clients. No application
 * has a dot in its name.
 */
@Path(ApplicationsEndpoint.PATH + "/openapi.yaml")
@RequiresScope(value = "registry:admin", as = Acting.APPLICATION)
@RunOnVirtualThread
class ApplicationsDescriptionEndpoint {
    @GET
    @Produces("application/yaml")
    public byte[] description() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("openapi.yaml")) {
            return Objects.requireNonNull(file, "openapi.yaml").readAllBytes();
        }
    }
}

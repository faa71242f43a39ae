package guichet.registry.resource;

import guichet.kit.internal.CallableBy;
import guichet.registryclient.Resource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Tells the other services of the APIs on offer, {@code docs/internal-api.md}. */
@Path("/internal/resources")
@CallableBy({"authorization", "token"})
@RunOnVirtualThread
class ResourcesEndpoint {
    private final OfferedResources resources;

    ResourcesEndpoint(OfferedResources resources) {
        this.resources = resources;
    }

    @GET
    public List<Resource> resources() {
        return resources.catalogue().resources();
    }
}

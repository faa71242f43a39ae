package guichet.resource;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.VARY;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.http.CacheControl;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Serves the metadata of this API, RFC 9728 §3, under the one address of its identifier. */
@Path(ResourceMetadata.PATH)
@PermitAll
@Produces(APPLICATION_JSON)
@NonBlocking
class ResourceMetadataEndpoint {
    private final ResourceMetadata metadata;
    private final String path;

    ResourceMetadataEndpoint(
            ResourceConfig config, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.metadata = ResourceMetadata.of(config, issuer);
        this.path = ResourceMetadata.pathOf(config.identifier());
    }

    @GET
    public RestResponse<ResourceMetadata> metadata() {
        return at("");
    }

    /** Of an identifier with a path. */
    @GET
    @Path("{path:.+}")
    public RestResponse<ResourceMetadata> metadata(@PathParam("path") String of) {
        return at("/" + of);
    }

    private RestResponse<ResourceMetadata> at(String asked) {
        if (!asked.equals(path)) {
            throw new NotFoundException();
        }
        return ResponseBuilder.ok(metadata)
                .header(CACHE_CONTROL, CacheControl.OF_METADATA)
                .header(VARY, "Origin") // the application's own CORS filter may name who asked
                .build();
    }
}

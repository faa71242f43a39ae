package guichet.token.metadata;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.registry.Resources;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where clients learn all addresses and abilities, RFC 8414 §3. */
@Path("/.well-known/oauth-authorization-server")
class ServerMetadataEndpoint {
    private final Resources resources;
    private final String issuer;

    ServerMetadataEndpoint(
            Resources resources, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.resources = resources;
        this.issuer = issuer;
    }

    @GET
    @Produces(APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<ServerMetadata> metadata() {
        return ResponseBuilder.ok(ServerMetadata.of(issuer, resources.catalogue().scope()))
                .header(CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}

package guichet.token.administration;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What the administration is, RFC 9728 §3, for all services that take part in it. */
@Path(AdministrationApi.METADATA)
@PermitAll
@Produces(APPLICATION_JSON)
@NonBlocking
class AdministrationMetadataEndpoint {
    private final AdministrationApi api;

    AdministrationMetadataEndpoint(AdministrationApi api) {
        this.api = api;
    }

    @GET
    @Path("{path:.+}")
    public RestResponse<Map<String, Object>> metadata(@PathParam("path") String path) {
        if (!api.path().equals("/" + path)) {
            throw new NotFoundException();
        }
        return ResponseBuilder.ok(described()).header(CACHE_CONTROL, "public, max-age=300").build();
    }

    private Map<String, Object> described() {
        return Map.of(
                "resource", api.identifier(),
                "resource_name", "Guichet administration",
                "authorization_servers", List.of(api.issuer()),
                "scopes_supported", AdministrationApi.SCOPES,
                "bearer_methods_supported", List.of("header"));
    }
}

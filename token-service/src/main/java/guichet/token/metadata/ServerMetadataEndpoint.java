package guichet.token.metadata;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.http.CacheControl;
import guichet.registryclient.Resources;
import guichet.registryclient.SupportedFlows;
import guichet.token.key.KeyRing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Where clients learn all addresses and abilities: the same document at the addresses of RFC 8414
 * §3 and of OpenID Connect Discovery §4.
 */
@Path("/.well-known/{document:oauth-authorization-server|openid-configuration}")
@PermitAll
@Produces(APPLICATION_JSON)
@RunOnVirtualThread
class ServerMetadataEndpoint {
    private final Resources resources;
    private final SupportedFlows flows;
    private final KeyRing keys;
    private final String issuer;
    private final List<String> languages;

    ServerMetadataEndpoint(
            Resources resources,
            SupportedFlows flows,
            KeyRing keys,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "quarkus.locales") List<String> languages) {
        this.resources = resources;
        this.flows = flows;
        this.keys = keys;
        this.issuer = issuer;
        this.languages = languages;
    }

    /** Of an issuer without a path, or with its path before this one as the gateway left it off. */
    @GET
    public RestResponse<Map<String, Object>> metadata() {
        return answer();
    }

    /** Of an issuer with a path, which stands behind the well-known one, RFC 8414 §3.1. */
    @GET
    @Path("{path:.+}")
    public RestResponse<Map<String, Object>> metadata(@RestPath String path) {
        if (!URI.create(issuer).getRawPath().equals("/" + path)) {
            throw new NotFoundException();
        }
        return answer();
    }

    private RestResponse<Map<String, Object>> answer() {
        return ResponseBuilder.ok(
                        ServerMetadata.of(
                                issuer,
                                resources.catalogue().scope(),
                                flows.all(),
                                keys.algorithms(),
                                languages))
                .header(CACHE_CONTROL, CacheControl.OF_METADATA)
                .build();
    }
}

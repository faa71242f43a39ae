package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.lint.Linter;
import guichet.registry.client.Clients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The client registration endpoint, RFC 7591 §3. */
@Path("/register")
@RunOnVirtualThread
class RegistrationEndpoint {
    private final InitialAccess access;
    private final MetadataReader metadata;
    private final Clients clients;
    private final RegistrationBody bodies;
    private final String issuer;

    RegistrationEndpoint(
            InitialAccess access,
            MetadataReader metadata,
            Clients clients,
            RegistrationBody bodies,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.access = access;
        this.metadata = metadata;
        this.clients = clients;
        this.bodies = bodies;
        this.issuer = issuer;
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Produces(APPLICATION_JSON)
    public RestResponse<?> register(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization, String body) {
        return switch (access.decide(authorization)) {
            case ALLOWED -> created(bodies.read(body));
            case CLOSED ->
                    BearerAccess.refused("Bearer", "registration is closed at this deployment");
            case TOKEN_MISSING ->
                    BearerAccess.refused(
                            "Bearer", "registration needs an initial access token: ask for one");
            case TOKEN_WRONG ->
                    BearerAccess.refused(
                            "Bearer error=\"invalid_token\"",
                            "this is not an initial access token of this deployment");
        };
    }

    private RestResponse<RegistrationAnswer> created(JsonNode request) {
        var asked = metadata.read(request);
        var credentials = clients.add(asked);
        return ResponseBuilder.create(
                        Status.CREATED,
                        RegistrationAnswer.of(credentials, asked, Linter.lint(request), issuer))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }
}

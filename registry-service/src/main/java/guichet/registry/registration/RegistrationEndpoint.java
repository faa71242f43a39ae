package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import guichet.kit.error.ErrorBody;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.registry.client.Clients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
    private final ObjectReader json;

    RegistrationEndpoint(
            InitialAccess access, MetadataReader metadata, Clients clients, ObjectMapper mapper) {
        this.access = access;
        this.metadata = metadata;
        this.clients = clients;
        this.json =
                mapper.reader()
                        .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Produces(APPLICATION_JSON)
    public RestResponse<?> register(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization, String body) {
        return switch (access.decide(authorization)) {
            case ALLOWED -> created(object(body));
            case CLOSED -> refused("Bearer", "registration is closed at this deployment");
            case TOKEN_MISSING ->
                    refused("Bearer", "registration needs an initial access token: ask for one");
            case TOKEN_WRONG ->
                    refused(
                            "Bearer error=\"invalid_token\"",
                            "this is not an initial access token of this deployment");
        };
    }

    private RestResponse<RegistrationAnswer> created(JsonNode request) {
        var asked = metadata.read(request);
        var credentials = clients.add(asked);
        return ResponseBuilder.create(Status.CREATED, RegistrationAnswer.of(credentials, asked))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }

    private JsonNode object(String body) {
        try {
            JsonNode request = json.readTree(body);
            if (request.isObject()) {
                return request;
            }
        } catch (JsonProcessingException _) {
            // Jackson's message may quote the body: the client is told what is needed instead.
        }
        throw new InvalidRequest("the body must be one JSON object, each member once").refuse();
    }

    private static RestResponse<ErrorBody> refused(String challenge, String description) {
        return ResponseBuilder.create(
                        Status.UNAUTHORIZED, new ErrorBody("invalid_token", description))
                .header(WWW_AUTHENTICATE, challenge)
                .header(CACHE_CONTROL, "no-store")
                .build();
    }
}

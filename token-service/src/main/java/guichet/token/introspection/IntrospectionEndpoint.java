package guichet.token.introspection;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.token.client.AuthenticatedClient;
import guichet.token.client.ClientAuthentication;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The introspection endpoint, RFC 7662 §2, for clients that can prove who they are. */
@Path("/introspect")
@PermitAll // the client authenticates in the request, RFC 7662 §2.1
@Consumes(APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
class IntrospectionEndpoint {
    private final ClientAuthentication clients;
    private final Introspection introspection;
    private final SignedIntrospection signed;

    IntrospectionEndpoint(
            ClientAuthentication clients, Introspection introspection, SignedIntrospection signed) {
        this.clients = clients;
        this.introspection = introspection;
        this.signed = signed;
    }

    @POST
    @Produces(APPLICATION_JSON)
    public RestResponse<Map<String, Object>> plain(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> body) {
        var form = new Form(body);
        AuthenticatedClient caller = caller(authorization, form);
        return uncached(introspection.describe(token(form), caller));
    }

    /** For whoever must be able to prove later what was answered, RFC 9701 §5. */
    @POST
    @Produces(SignedIntrospection.MEDIA_TYPE)
    public RestResponse<String> signed(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> body) {
        var form = new Form(body);
        AuthenticatedClient caller = caller(authorization, form);
        return uncached(signed.sign(introspection.describe(token(form), caller), caller));
    }

    private AuthenticatedClient caller(@Nullable String authorization, Form form) {
        return clients.authenticateByProof(authorization, form);
    }

    private static OpaqueToken token(Form form) {
        return OpaqueToken.of(form.require("token"));
    }

    private static <T> RestResponse<T> uncached(T answer) {
        return ResponseBuilder.ok(answer).header(CACHE_CONTROL, "no-store").build();
    }
}

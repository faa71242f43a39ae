package guichet.token.introspection;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.eventloop.EventLoop;
import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.token.client.AuthenticatedClient;
import guichet.token.client.ClientAuthentication;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** The introspection endpoint, RFC 7662 §2, for clients that can prove who they are. */
@Path("/introspect")
@PermitAll // the client authenticates in the request, RFC 7662 §2.1
@Consumes(APPLICATION_FORM_URLENCODED)
@Cache(noStore = true)
@NonBlocking
class IntrospectionEndpoint {
    private final ClientAuthentication clients;
    private final Introspection introspection;
    private final SignedIntrospection signed;
    private final EventLoop eventLoop;

    IntrospectionEndpoint(
            ClientAuthentication clients,
            Introspection introspection,
            SignedIntrospection signed,
            EventLoop eventLoop) {
        this.clients = clients;
        this.introspection = introspection;
        this.signed = signed;
        this.eventLoop = eventLoop;
    }

    @POST
    @Produces(APPLICATION_JSON)
    public Uni<Map<String, Object>> plain(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> body) {
        return eventLoop.answer(() -> {
            var form = new Form(body);
            return described(form, clients.authenticateByProof(authorization, form));
        });
    }

    /** For whoever must be able to prove later what was answered, RFC 9701 §5. */
    @POST
    @Produces(SignedIntrospection.MEDIA_TYPE)
    public Uni<String> signed(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> body) {
        return eventLoop.answer(() -> {
            var form = new Form(body);
            AuthenticatedClient caller = clients.authenticateByProof(authorization, form);
            return signed.sign(described(form, caller), caller);
        });
    }

    private Map<String, Object> described(Form form, AuthenticatedClient caller) {
        return introspection.describe(OpaqueToken.of(form.require("token")), caller);
    }
}

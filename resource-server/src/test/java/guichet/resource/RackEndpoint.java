package guichet.resource;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** An API whose rules are Quarkus' own; each endpoint answers whom the token names. */
@Path("/rack")
@Produces(MediaType.TEXT_PLAIN)
class RackEndpoint {
    private final SecurityIdentity caller;
    private final JsonWebToken token;
    private final CurrentAccessToken current;

    RackEndpoint(SecurityIdentity caller, JsonWebToken token, CurrentAccessToken current) {
        this.caller = caller;
        this.token = token;
        this.current = current;
    }

    @GET
    @PermissionsAllowed("box:read")
    public String open() {
        return caller.getPrincipal().getName()
                + ", "
                + token.getClaim("client_id")
                + ", "
                + current.get().scope();
    }

    @GET
    @Path("/either")
    @PermissionsAllowed({"box:read", "box:write"})
    public String either() {
        return token.getSubject();
    }

    @GET
    @Path("/whole")
    @PermissionsAllowed("box")
    public String whole() {
        return token.getSubject();
    }

    @GET
    @Path("/both")
    @PermissionsAllowed("box:read")
    @PermissionsAllowed("box:write")
    public String both() {
        return token.getSubject();
    }

    @GET
    @Path("/role")
    @RolesAllowed("box:read")
    public String role() {
        return token.getSubject();
    }

    @GET
    @Path("/editor")
    @RolesAllowed("role editor")
    public String editor() {
        return String.join(" ", current.get().roles()) + ", " + new TreeSet<>(token.getGroups());
    }

    @GET
    @Path("/reactive")
    @Authenticated
    public Uni<String> reactive() {
        return Uni.createFrom().item(token.getSubject());
    }

    @GET
    @Path("/nobody")
    @DenyAll
    public String nobody() {
        return "nobody comes here";
    }

    /** Takes a token of its own kind. */
    @GET
    @Path("/opaque")
    @PermitAll
    public String opaque(@HeaderParam("Authorization") String authorization) {
        return authorization;
    }

    /** Has its rule in the settings. */
    @GET
    @Path("/policy")
    public String policy() {
        return token.getSubject();
    }
}

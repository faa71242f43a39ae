package guichet.guard.application;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has a rule of Quarkus' on each method, or on itself. */
@Path("/shelf")
@DenyAll
public class ShelfEndpoint {
    @GET
    @Path("/permitted")
    @PermitAll
    public String permitted() {
        return "here";
    }

    @GET
    @Path("/authenticated")
    @Authenticated
    public String authenticated() {
        return "here";
    }

    @GET
    @Path("/roles")
    @RolesAllowed("friend")
    public String roles() {
        return "here";
    }

    @GET
    @Path("/permissions")
    @PermissionsAllowed("shelf:read")
    public String permissions() {
        return "here";
    }

    @GET
    @Path("/denied")
    public String denied() {
        return "here";
    }
}

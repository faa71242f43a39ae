package guichet.system.architecture.planted;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Is open where only administrators may call. */
@Path("/admin/films")
@PermitAll
public class OpenAdministration {
    @GET
    public String answer() {
        return "";
    }
}

package guichet.system.architecture.planted;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Is open where only neighbours may call. */
@Path("/internal/films")
@PermitAll
public class OpenInternal {
    @GET
    public String answer() {
        return "";
    }
}

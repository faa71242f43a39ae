package guichet.system.architecture.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Does not say who may call it. */
@Path("/films")
public class UnruledEndpoint {
    @GET
    public String answer() {
        return "";
    }
}

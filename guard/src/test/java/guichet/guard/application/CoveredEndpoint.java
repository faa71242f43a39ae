package guichet.guard.application;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Leaves it to a path policy. */
@Path("/covered/{name}")
public class CoveredEndpoint {
    @GET
    public String covered() {
        return "here";
    }
}

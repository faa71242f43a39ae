package guichet.guard.application;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says nothing. */
@Path("/unruled")
public class UnruledShelf {
    @GET
    public String own() {
        return "here";
    }
}

package guichet.guard.application;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What {@link SpokenShelf} is to HTTP. */
@Path("/spoken")
public interface Spoken {
    @GET
    @Path("{name}")
    String spoken();
}

package guichet.guard.application;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Leads to a resource that says nothing. */
@Path("/leading")
public class LeadingEndpoint {
    @Path("below")
    public Below lead() {
        return new Below();
    }

    /** Answers for it. */
    public static class Below {
        @GET
        public String below() {
            return "here";
        }
    }
}

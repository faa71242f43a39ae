package guichet.guard.application;

import guichet.guard.Reserved;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** An address that is reserved, and a resource below it that is open all the same. */
public final class Cellar {
    @Produces
    @Singleton
    Reserved reserved() {
        return new Reserved("/cellar", List.of("Locked"));
    }

    /** Is open. */
    @Path("/cellar/wine")
    @PermitAll
    public static class Wine {
        @GET
        public String taste() {
            return "here";
        }
    }
}

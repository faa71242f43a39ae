package guichet.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Endpoints whose methods come from above. */
final class InheritingEndpoints {
    private InheritingEndpoints() {}

    /** Says nothing of who may call it. */
    abstract static class Open {
        @GET
        public String open() {
            return "here";
        }
    }

    /** Says it. */
    abstract static class Closed {
        @GET
        @RequiresScope("box:read")
        public String open() {
            return "here";
        }
    }

    /** Is an address alone. */
    @Path("/inherited/spoken")
    interface Spoken {
        @GET
        String open();
    }

    @Path("/inherited/by-class")
    @RequiresScope("box:read")
    static class ByClass extends Open {}

    @Path("/inherited/by-method")
    static class ByMethod extends Closed {}

    static class BySpeaker implements Spoken {
        @Override
        @RequiresScope("box:read")
        public String open() {
            return "here";
        }
    }

    @Path("/inherited/leading")
    static class Leading {
        @Path("/below")
        public Below lead() {
            return new Below();
        }
    }

    static class Below extends Closed {}
}

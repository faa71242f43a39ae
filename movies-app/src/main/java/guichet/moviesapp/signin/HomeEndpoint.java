package guichet.moviesapp.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The first page, and the one that people come back to after signing out. */
@Path("/")
@PermitAll
@RunOnVirtualThread
class HomeEndpoint {
    @GET
    public TemplateInstance home() {
        return Templates.home();
    }

    /** Its template, checked against this signature when the application is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home();
    }
}

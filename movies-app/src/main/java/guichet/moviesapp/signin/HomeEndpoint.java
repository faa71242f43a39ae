package guichet.moviesapp.signin;

import static io.quarkus.qute.CheckedTemplate.HYPHENATED_ELEMENT_NAME;

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
        return new Home();
    }

    /** Its template, checked against these components when the application is built. */
    @CheckedTemplate(basePath = "", defaultName = HYPHENATED_ELEMENT_NAME)
    record Home() implements TemplateInstance {}
}

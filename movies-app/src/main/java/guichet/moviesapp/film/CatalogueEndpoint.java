package guichet.moviesapp.film;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The catalogue, for everybody; who is signed in can put films on their list from here. */
@Path("/films")
@PermitAll
@RunOnVirtualThread
class CatalogueEndpoint {
    private final CatalogueApi catalogue;

    CatalogueEndpoint(@RestClient CatalogueApi catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    public TemplateInstance search(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String kept) {
        String address =
                "/films?q=%s&page=".formatted(URLEncoder.encode(q, StandardCharsets.UTF_8));
        return Templates.films(catalogue.search(q, page), q, address, kept);
    }

    /** Its template, checked against this signature when the application is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance films(FilmPage found, String q, String address, String kept);
    }
}

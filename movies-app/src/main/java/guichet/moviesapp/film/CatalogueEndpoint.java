package guichet.moviesapp.film;

import static io.quarkus.qute.CheckedTemplate.HYPHENATED_ELEMENT_NAME;

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
        return new Films(catalogue.search(q, page), q, address, kept);
    }

    /** Its template, checked against these components when the application is built. */
    @CheckedTemplate(basePath = "", defaultName = HYPHENATED_ELEMENT_NAME)
    record Films(FilmPage found, String q, String address, String kept)
            implements TemplateInstance {}
}

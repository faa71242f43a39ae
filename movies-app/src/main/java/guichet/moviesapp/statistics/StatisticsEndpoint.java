package guichet.moviesapp.statistics;

import static io.quarkus.qute.CheckedTemplate.HYPHENATED_ELEMENT_NAME;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The application's own view of all lists. Nobody need be signed in: it asks as itself. */
@Path("/statistics")
@PermitAll
@RunOnVirtualThread
class StatisticsEndpoint {
    private final StatisticsApi api;

    StatisticsEndpoint(@RestClient StatisticsApi api) {
        this.api = api;
    }

    @GET
    public TemplateInstance statistics() {
        return new Statistics(api.statistics());
    }

    /** Its template, checked against these components when the application is built. */
    @CheckedTemplate(basePath = "", defaultName = HYPHENATED_ELEMENT_NAME)
    record Statistics(Counts counted) implements TemplateInstance {}
}

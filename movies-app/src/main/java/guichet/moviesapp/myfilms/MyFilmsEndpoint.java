package guichet.moviesapp.myfilms;

import guichet.moviesapp.film.FilmPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A person's list. Who is not signed in is sent to sign in and comes back here, which is why the
 * form is posted to the same address.
 */
@Path("/my-films")
@Authenticated
@RunOnVirtualThread
class MyFilmsEndpoint {
    private static final URI HERE = URI.create("/my-films");

    private final MyFilmsApi films;

    MyFilmsEndpoint(@RestClient MyFilmsApi films) {
        this.films = films;
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("0") int page) {
        return Templates.mine(films.list(page));
    }

    @POST
    public RestResponse<Void> change(
            @RestForm @DefaultValue("") String film, @RestForm @DefaultValue("") String change) {
        switch (Change.of(change)) {
            case ADD -> films.add(film);
            case REMOVE -> films.remove(film);
        }
        return RestResponse.seeOther(HERE);
    }

    /** Its template, checked against this signature when the application is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mine(FilmPage listed);
    }
}

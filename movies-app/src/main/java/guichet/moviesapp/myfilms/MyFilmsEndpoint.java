package guichet.moviesapp.myfilms;

import static io.quarkus.qute.CheckedTemplate.HYPHENATED_ELEMENT_NAME;

import guichet.moviesapp.film.FilmPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;
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
    private final MyFilmsApi films;

    MyFilmsEndpoint(@RestClient MyFilmsApi films) {
        this.films = films;
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("false") boolean removed) {
        FilmPage asked = films.list(page);
        return new Mine(asked.isPastTheEnd() ? films.list(asked.last()) : asked, removed);
    }

    /** Comes back to where the button was, which says what was done. */
    @POST
    public RestResponse<Void> change(
            @RestForm @DefaultValue("") String film,
            @RestForm @DefaultValue("") String change,
            @RestForm @DefaultValue("") String q,
            @RestForm @DefaultValue("0") int page) {
        return RestResponse.seeOther(
                switch (Change.of(change)) {
                    case ADD -> {
                        films.add(film);
                        yield UriBuilder.fromPath("/films")
                                .queryParam("q", "{q}")
                                .queryParam("page", page)
                                .queryParam("kept", "{film}")
                                .fragment("{film}")
                                .build(q, film);
                    }
                    case REMOVE -> {
                        films.remove(film);
                        yield UriBuilder.fromPath("/my-films")
                                .queryParam("page", page)
                                .queryParam("removed", true)
                                .build();
                    }
                });
    }

    /** Its template, checked against these components when the application is built. */
    @CheckedTemplate(basePath = "", defaultName = HYPHENATED_ELEMENT_NAME)
    record Mine(FilmPage listed, boolean removed) implements TemplateInstance {}
}

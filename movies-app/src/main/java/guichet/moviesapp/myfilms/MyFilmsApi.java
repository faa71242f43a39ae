package guichet.moviesapp.myfilms;

import guichet.moviesapp.film.FilmPage;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A person's list at the API: each call bears the access token that the person's sign-in gave. */
@RegisterRestClient(configKey = "movies")
@RegisterProvider(PersonsToken.class)
@Path("/my-movies")
interface MyFilmsApi {
    @GET
    FilmPage list(@RestQuery int page);

    @PUT
    @Path("/{film}")
    void add(@RestPath String film);

    @DELETE
    @Path("/{film}")
    void remove(@RestPath String film);

    /** RFC 6750 §3.1: the token is expired, or its grant has ended. */
    @ClientExceptionMapper
    static @Nullable RuntimeException refused(Response answer) {
        return answer.getStatus() == 401 ? new PermissionEnded() : null;
    }
}

package guichet.movies.mymovies;

import static guichet.resource.RequiresScope.Acting.PERSON;

import guichet.movies.film.FilmPage;
import guichet.movies.film.PageAnswer;
import guichet.movies.film.Paging;
import guichet.resource.CurrentAccessToken;
import guichet.resource.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** A person's list. The person is the one whom the token names, never a parameter. */
@Path("/my-movies")
@RunOnVirtualThread
class MyMoviesEndpoint {
    private final ListedFilms listed;
    private final CurrentAccessToken token;

    MyMoviesEndpoint(ListedFilms listed, CurrentAccessToken token) {
        this.listed = listed;
        this.token = token;
    }

    @GET
    @RequiresScope(value = "movies:read", as = PERSON)
    public RestResponse<FilmPage> list(
            @RestQuery Optional<String> page,
            @RestQuery Optional<String> size,
            @Context UriInfo asked) {
        return PageAnswer.of(listed.of(token.get().subject(), Paging.of(page, size)), asked);
    }

    /** Idempotent, and so always 204: a repeat is no other success than the first time. */
    @PUT
    @Path("/{movie}")
    @RequiresScope(value = "movies:write", as = PERSON)
    public void add(@RestPath String movie) {
        listed.add(token.get().subject(), movie);
    }

    @DELETE
    @Path("/{movie}")
    @RequiresScope(value = "movies:write", as = PERSON)
    public void remove(@RestPath String movie) {
        listed.remove(token.get().subject(), movie);
    }
}

package guichet.movies.mymovies;

import static guichet.resource.RequiresScope.Acting.PERSON;

import guichet.movies.film.FilmPage;
import guichet.movies.film.Paging;
import guichet.resource.CurrentAccessToken;
import guichet.resource.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

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
    public FilmPage list(@RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        return listed.of(token.get().subject(), Paging.of(page, size));
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

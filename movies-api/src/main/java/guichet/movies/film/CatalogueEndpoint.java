package guichet.movies.film;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue, open to everybody. */
@Path("/movies")
@PermitAll
@RunOnVirtualThread
class CatalogueEndpoint {
    private final Films films;

    CatalogueEndpoint(Films films) {
        this.films = films;
    }

    @GET
    public RestResponse<FilmPage> search(
            @BeanParam FilmSearch search,
            @RestQuery Optional<String> page,
            @RestQuery Optional<String> size,
            @Context UriInfo asked) {
        return PageAnswer.of(films.search(search, Paging.of(page, size)), asked);
    }

    @GET
    @Path("/{movie}")
    public Film film(@RestPath String movie) {
        return films.find(movie).orElseThrow(NotFoundException::new);
    }
}

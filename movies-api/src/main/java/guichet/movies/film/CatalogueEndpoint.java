package guichet.movies.film;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The catalogue, open to everybody. */
@Path("/movies")
@RunOnVirtualThread
class CatalogueEndpoint {
    private final Films films;

    CatalogueEndpoint(Films films) {
        this.films = films;
    }

    @GET
    public FilmPage search(
            @RestQuery Optional<String> q,
            @RestQuery Optional<String> genre,
            @RestQuery Optional<String> country,
            @RestQuery Optional<String> decade,
            @RestQuery Optional<String> page,
            @RestQuery Optional<String> size) {
        return films.search(
                q,
                genre,
                country,
                decade.map(it -> Paging.number("decade", it)),
                Paging.of(page, size));
    }

    @GET
    @Path("/{movie}")
    public Film film(@RestPath String movie) {
        return films.findByIdOptional(movie).orElseThrow(NotFoundException::new);
    }
}

package guichet.movies.film;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;

/**
 * A part of a list of films.
 *
 * @param total how many there are in all
 */
public record FilmPage(List<Film> films, int page, int size, long total) {
    public FilmPage {
        films = List.copyOf(films);
    }

    /** The part that is asked for of those that a query finds. */
    public static FilmPage of(PanacheQuery<Film> found, Paging paging) {
        return new FilmPage(
                found.page(paging.page(), paging.size()).list(),
                paging.page(),
                paging.size(),
                found.count());
    }

    /** Whether there are films after these. */
    @JsonIgnore
    boolean isFollowed() {
        return (page + 1L) * size < total;
    }
}

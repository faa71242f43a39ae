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
        List<Film> films = found.page(paging.page(), paging.size()).list();
        return new FilmPage(films, paging.page(), paging.size(), total(films, paging, found));
    }

    /** Where a page has room left, it is the last one: the database need not count. */
    private static long total(List<Film> films, Paging paging, PanacheQuery<Film> found) {
        boolean isLast = films.size() < paging.size() && (!films.isEmpty() || paging.page() == 0);
        return isLast ? (long) paging.page() * paging.size() + films.size() : found.count();
    }

    /** Whether there are films after these. */
    @JsonIgnore
    boolean isFollowed() {
        return (page + 1L) * size < total;
    }
}

package guichet.movies.film;

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
}

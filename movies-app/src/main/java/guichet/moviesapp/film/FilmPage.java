package guichet.moviesapp.film;

import java.util.List;

/**
 * A part of a list of films.
 *
 * @param page counted from 0
 * @param total how many there are in all
 */
public record FilmPage(List<Film> films, int page, int size, long total) {
    public FilmPage {
        films = List.copyOf(films);
    }

    /** Whether there are films after these. */
    public boolean isFollowed() {
        return (page + 1L) * size < total;
    }
}

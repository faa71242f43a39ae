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

    /** Whether it is after the last that has films, as when its last film was taken away. */
    public boolean isPastTheEnd() {
        return films.isEmpty() && page > 0;
    }

    /** The number of the last page that has films. */
    public int last() {
        return (int) (Math.max(0, total - 1) / size);
    }
}

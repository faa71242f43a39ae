package guichet.movies.mymovies;

import guichet.movies.film.FilmPage;
import guichet.movies.film.Films;
import guichet.movies.film.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;

/** The films on people's lists. */
@ApplicationScoped
class ListedFilms implements PanacheRepositoryBase<ListedFilm, ListedFilm.Key> {
    private final Films films;
    private final Clock clock;

    ListedFilms(Films films, Clock clock) {
        this.films = films;
        this.clock = clock;
    }

    /** A person's list, the film listed last first. */
    FilmPage of(String person, Paging paging) {
        return films.select(
                "select f from ListedFilm l join Film f on f.id = l.filmId"
                        + " where l.person = ?1 order by l.listedAt desc, f.id",
                person,
                paging);
    }

    /** Puts a film on a list; repeats change nothing. */
    @Transactional
    void add(String person, String filmId) {
        requireFilm(filmId);
        getEntityManager()
                .createNativeQuery(
                        "insert into listed_film (person, film_id, listed_at)"
                                + " values (:person, :film, :now) on conflict do nothing")
                .setParameter("person", person)
                .setParameter("film", filmId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Takes a film off a list; repeats change nothing. */
    @Transactional
    void remove(String person, String filmId) {
        requireFilm(filmId);
        delete("person = ?1 and filmId = ?2", person, filmId);
    }

    private void requireFilm(String filmId) {
        if (films.find(filmId).isEmpty()) {
            throw new NotFoundException();
        }
    }
}

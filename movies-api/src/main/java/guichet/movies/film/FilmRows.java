package guichet.movies.film;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link Films} keeps. */
@ApplicationScoped
class FilmRows implements PanacheRepositoryBase<Film, String> {}

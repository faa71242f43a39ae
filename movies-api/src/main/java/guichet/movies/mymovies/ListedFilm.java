package guichet.movies.mymovies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A film on a person's list. */
@Entity
@Table(name = "listed_film")
@IdClass(ListedFilm.Key.class)
class ListedFilm {
    /** As tokens name the person in {@code sub}. */
    @Id
    @Column(name = "person")
    String person;

    @Id
    @Column(name = "film_id")
    String filmId;

    @Column(name = "listed_at", nullable = false, updatable = false)
    Instant listedAt;

    /** For Hibernate. */
    protected ListedFilm() {}

    /** What makes it one. */
    record Key(String person, String filmId) implements Serializable {}
}

package guichet.movies.film;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A film of the catalogue. */
@Entity
@Table(name = "film")
@JsonNaming(SnakeCaseStrategy.class)
public class Film {
    /** The title and the year as a word for addresses, for example {@code la-haine-1995}. */
    @Id public String id;

    @Column(name = "title", nullable = false)
    public String title;

    @Column(name = "year", nullable = false)
    public int year;

    @Column(name = "director", nullable = false)
    public String director;

    @Column(name = "country", nullable = false)
    public String country;

    /** In minutes. */
    @Column(name = "running_time", nullable = false)
    public int runningTime;

    @Column(name = "genres", nullable = false)
    public List<String> genres;

    /** For Hibernate. */
    protected Film() {}
}

package guichet.moviesapp.film;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A film as the API tells it.
 *
 * @param runningTime in minutes
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Film(
        String id,
        String title,
        int year,
        String director,
        String country,
        int runningTime,
        List<String> genres) {
    public Film {
        genres = List.copyOf(genres);
    }
}

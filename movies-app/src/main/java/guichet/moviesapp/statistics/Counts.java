package guichet.moviesapp.statistics;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What is on all lists together, as far as the page shows it.
 *
 * @param listings how often a film was listed, over all films and people
 */
@JsonNaming(SnakeCaseStrategy.class)
record Counts(
        long films,
        long listings,
        List<Count> byDecade,
        List<Count> byCountry,
        List<Count> byGenre,
        List<ListedOften> mostListed) {

    /** How many films of the catalogue, and how often they are listed. */
    record Count(String name, long films, long listings) {}

    /** A film and how many lists it is on. */
    record ListedOften(String title, long listings) {}
}

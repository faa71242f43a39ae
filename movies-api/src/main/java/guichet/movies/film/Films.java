package guichet.movies.film;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The films of the catalogue. */
@ApplicationScoped
public class Films {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

    /**
     * What each of the things asked for means; {@code array_contains} would cast to {@code
     * varchar[]}, which PostgreSQL does not seek in {@code text[]}.
     */
    private static final Map<String, String> CONDITIONS =
            Map.of(
                    "text",
                    "(lower(title) like :text escape '!' or lower(director) like :text escape '!')",
                    "genre",
                    "array_position(genres, :genre) > 0",
                    "country",
                    "lower(country) = :country",
                    "decade",
                    "year between :decade and :decade + 9",
                    "year",
                    "year = :year");

    private final FilmRows rows;

    Films(FilmRows rows) {
        this.rows = rows;
    }

    /**
     * The films that a query finds.
     *
     * @param parameter of the query, its only one
     */
    public FilmPage select(String query, Object parameter, Paging paging) {
        return FilmPage.of(rows.find(query, parameter), paging);
    }

    /** The film of this identifier. */
    public Optional<Film> find(String id) {
        return ID.matcher(id).matches() ? rows.findByIdOptional(id) : Optional.empty();
    }

    /** The films that match all that is asked for, by title. */
    FilmPage search(FilmSearch search, Paging paging) {
        Map<String, Object> wanted = wanted(search);
        String conditions =
                CONDITIONS.entrySet().stream()
                        .filter(each -> wanted.containsKey(each.getKey()))
                        .map(each -> " and " + each.getValue())
                        .collect(Collectors.joining("", "1 = 1", ""));
        return FilmPage.of(rows.find(conditions, Sort.by("title", "id"), wanted), paging);
    }

    private static Map<String, Object> wanted(FilmSearch search) {
        var wanted = new HashMap<String, Object>();
        search.text().ifPresent(it -> wanted.put("text", containing(it)));
        search.ofGenre().ifPresent(it -> wanted.put("genre", it));
        search.ofCountry().ifPresent(it -> wanted.put("country", it));
        search.ofDecade().ifPresent(it -> wanted.put("decade", it));
        search.ofYear().ifPresent(it -> wanted.put("year", it));
        return wanted;
    }

    private static String containing(String text) {
        String literally = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literally + "%";
    }
}

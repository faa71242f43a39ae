package guichet.movies.film;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The films of the catalogue. */
@ApplicationScoped
public class Films implements PanacheRepositoryBase<Film, String> {

    /**
     * The films that match all that is asked for, by title.
     *
     * @param text is in the title or the director's name, in any case
     * @param decade its first year, for example 1990
     */
    FilmPage search(
            Optional<String> text,
            Optional<String> genre,
            Optional<String> country,
            Optional<Integer> decade,
            Paging paging) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        text.ifPresent(it -> {
            conditions.add(
                    "(lower(title) like :text escape '!' or lower(director) like :text escape '!')");
            parameters.put("text", containing(it));
        });
        genre.ifPresent(it -> {
            conditions.add("array_contains(genres, :genre)");
            parameters.put("genre", it.toLowerCase(Locale.ROOT));
        });
        country.ifPresent(it -> {
            conditions.add("lower(country) = :country");
            parameters.put("country", it.toLowerCase(Locale.ROOT));
        });
        decade.ifPresent(it -> {
            conditions.add("year between :first and :last");
            parameters.put("first", it);
            parameters.put("last", it + 9);
        });
        var found = find(String.join(" and ", conditions), Sort.by("title", "year"), parameters);
        return new FilmPage(
                found.page(paging.page(), paging.size()).list(),
                paging.page(),
                paging.size(),
                found.count());
    }

    private static String containing(String text) {
        String literally =
                text.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_");
        return "%" + literally + "%";
    }
}

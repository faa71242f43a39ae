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
import java.util.regex.Pattern;

/** The films of the catalogue. */
@ApplicationScoped
public class Films implements PanacheRepositoryBase<Film, String> {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

    /** The film of this identifier. */
    public Optional<Film> find(String id) {
        return ID.matcher(id).matches() ? findByIdOptional(id) : Optional.empty();
    }

    /** The films that match all that is asked for, by title. */
    FilmPage search(FilmSearch search, Paging paging) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        search.text()
                .ifPresent(it -> {
                    conditions.add(
                            "(lower(title) like :text escape '!' or lower(director) like :text escape '!')");
                    parameters.put("text", containing(it));
                });
        search.ofGenre()
                .ifPresent(it -> {
                    // array_contains would cast to varchar[], which PostgreSQL does not seek in
                    // text[].
                    conditions.add("array_position(genres, :genre) > 0");
                    parameters.put("genre", it.toLowerCase(Locale.ROOT));
                });
        search.ofCountry()
                .ifPresent(it -> {
                    conditions.add("lower(country) = :country");
                    parameters.put("country", it.toLowerCase(Locale.ROOT));
                });
        search.ofDecade()
                .ifPresent(it -> {
                    conditions.add("year between :first and :last");
                    parameters.put("first", it);
                    parameters.put("last", it + 9);
                });
        search.ofYear()
                .ifPresent(it -> {
                    conditions.add("year = :year");
                    parameters.put("year", it);
                });
        var found = find(String.join(" and ", conditions), Sort.by("title", "id"), parameters);
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

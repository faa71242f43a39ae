package guichet.movies.film;

import guichet.oauth.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What is looked for in the catalogue; an empty parameter is as good as none.
 *
 * @param q is in the title or the director's name, in any case
 * @param decade its first year, for example 1990
 */
record FilmSearch(
        @RestQuery Optional<String> q,
        @RestQuery Optional<String> genre,
        @RestQuery Optional<String> country,
        @RestQuery Optional<String> decade,
        @RestQuery Optional<String> year) {
    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    Optional<String> text() {
        return words("q", q);
    }

    Optional<String> ofGenre() {
        return words("genre", genre);
    }

    Optional<String> ofCountry() {
        return words("country", country);
    }

    Optional<Integer> ofDecade() {
        return given(decade)
                .map(value -> {
                    int first = Paging.number("decade", value, 1880, 2090);
                    if (first % 10 != 0) {
                        throw Reason.PARAMETER_MALFORMED.refuse(
                                "parameter decade must be its first year, such as 1990");
                    }
                    return first;
                });
    }

    Optional<Integer> ofYear() {
        return given(year).map(value -> Paging.number("year", value, 1880, 2099));
    }

    /** In small letters. */
    private static Optional<String> words(String name, Optional<String> parameter) {
        return given(parameter)
                .map(value -> {
                    // The database knows no character 0.
                    if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
                        throw Reason.PARAMETER_MALFORMED.refuse(
                                "parameter %s must be %d printable characters at most",
                                name, LONGEST);
                    }
                    return value.toLowerCase(Locale.ROOT);
                });
    }

    private static Optional<String> given(Optional<String> parameter) {
        return parameter.map(String::strip).filter(Predicate.not(String::isEmpty));
    }
}

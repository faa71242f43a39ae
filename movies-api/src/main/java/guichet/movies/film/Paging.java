package guichet.movies.film;

import guichet.oauth.Reason;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param page counted from 0
 * @param size 1 to 100
 */
public record Paging(int page, int size) {
    private static final int LARGEST = 100;
    private static final int LAST_PAGE = 10_000;

    /** Reads the parameters {@code page} and {@code size}; without them the first twenty. */
    public static Paging of(Optional<String> page, Optional<String> size) {
        return new Paging(
                page.map(it -> number("page", it, 0, LAST_PAGE)).orElse(0),
                size.map(it -> number("size", it, 1, LARGEST)).orElse(20));
    }

    /** A parameter that must be a number within bounds. */
    static int number(String name, String value, int least, int most) {
        return Optional.of(value)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most)
                .orElseThrow(() ->
                        Reason.PARAMETER_MALFORMED.refuse(
                                "parameter %s must be a number from %d to %d", name, least, most));
    }
}

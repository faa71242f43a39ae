package guichet.movies.film;

import guichet.oauth.OAuthError.InvalidRequest;
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

    public Paging {
        check("page", page, 0, LAST_PAGE);
        check("size", size, 1, LARGEST);
    }

    /** Reads the parameters {@code page} and {@code size}; without them the first twenty. */
    public static Paging of(Optional<String> page, Optional<String> size) {
        return new Paging(
                page.map(it -> number("page", it)).orElse(0),
                size.map(it -> number("size", it)).orElse(20));
    }

    /** A parameter that must be a number. */
    static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new InvalidRequest("parameter %s must be a number".formatted(name)).refuse();
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidRequest("parameter %s must be %d to %d".formatted(name, least, most))
                    .refuse();
        }
    }
}

package guichet.authorization.person;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that people may choose to sign in with: plain enough that no two look the same, and
 * never an e-mail address, which might be somebody else's.
 */
public final class Username {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])");

    private Username() {}

    /** The name in the form in which it is kept, if it may be chosen. */
    public static Optional<String> parse(String text) {
        return Optional.of(People.normalized(text)).filter(it -> FORM.matcher(it).matches());
    }
}

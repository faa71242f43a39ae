package guichet.registry.change;

import java.util.regex.Pattern;

/** A name by which administrators and settings call what the registry keeps. */
public final class GivenName {
    /** What one must be, after the word {@code name}. */
    public static final String RULE = "must be lower-case letters, digits and dashes, 63 at most";

    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private GivenName() {}

    /** Whether it is one. */
    public static boolean isGood(String text) {
        return GRAMMAR.matcher(text).matches();
    }
}

package guichet.kit.browser;

import java.util.Locale;
import java.util.regex.Pattern;

/** Programs read descriptions as they are; where people read one, it begins as sentences do. */
public final class Sentence {
    /** A first word that is no name such as {@code redirect_uri}. */
    private static final Pattern PLAIN_WORD = Pattern.compile("^[a-z]+(?= )");

    private Sentence() {}

    public static String of(String description) {
        return PLAIN_WORD
                .matcher(description)
                .replaceFirst(word ->
                        word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.group().substring(1));
    }
}

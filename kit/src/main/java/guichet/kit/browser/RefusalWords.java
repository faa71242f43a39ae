package guichet.kit.browser;

import java.util.Locale;
import java.util.regex.Pattern;

/** How people read that they are refused. */
public final class RefusalWords {
    /** A first word that is no name such as {@code redirect_uri}. */
    private static final Pattern PLAIN_WORD = Pattern.compile("^[a-z]+(?= )");

    private RefusalWords() {}

    /**
     * What the status means to people.
     *
     * @param otherwise what any other status means, where the page is shown
     */
    public static String title(int status, String otherwise) {
        return switch (status) {
            case 404 -> "There is nothing here";
            case 429 -> "Please wait a little";
            case 503 -> "Please try again in a moment";
            case 500 -> "Something went wrong here";
            default -> otherwise;
        };
    }

    /** Programs read descriptions as they are; to people they begin as sentences do. */
    static String sentence(String description) {
        return PLAIN_WORD
                .matcher(description)
                .replaceFirst(word ->
                        word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.group().substring(1));
    }
}

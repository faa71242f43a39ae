package guichet.authorization.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages that a page may be in; most are in English alone. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH);

    /** Browsers send some forty; each takes the longer to read the more there are. */
    private static final int LONGEST = 200;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The one that the person reads best, RFC 9110 §12.5.4; English where they say none of ours.
     */
    public static Language of(HttpHeaders headers) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted != null && accepted.length() <= LONGEST && prefersFrench(accepted)
                ? FRENCH
                : ENGLISH;
    }

    private static boolean prefersFrench(String accepted) {
        try {
            return Locale.FRENCH.equals(
                    Locale.lookup(
                            LanguageRange.parse(accepted), List.of(Locale.ENGLISH, Locale.FRENCH)));
        } catch (IllegalArgumentException _) {
            return false; // nonsense is no preference
        }
    }

    /** As {@code lang} of HTML has it, RFC 5646, for example {@code fr}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}

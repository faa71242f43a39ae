package guichet.authorization.people.person;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.oauth.HttpAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a value reads that applications are to understand, OpenID Connect Core 1.0 §5.1. */
enum ValueForm {
    TEXT(Optional.empty()),
    DATE(Messages::dateExample),
    PHONE_NUMBER("+33 1 23 45 67 89"),
    WEB_ADDRESS("https://example.org/me"),
    TIME_ZONE("Europe/Paris"),
    LANGUAGE_TAG("fr-FR");

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern FULL_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[0-9][0-9 ().-]{4,24}[0-9]");

    private final Optional<Text> example;

    ValueForm(String example) {
        this(Text.of(example));
    }

    ValueForm(Text example) {
        this(Optional.of(example));
    }

    ValueForm(Optional<Text> example) {
        this.example = example;
    }

    Optional<Text> example() {
        return example;
    }

    boolean allows(String value) {
        return switch (this) {
            case TEXT -> true;
            case DATE -> isDate(value);
            case PHONE_NUMBER -> INTERNATIONAL.matcher(value).matches();
            case WEB_ADDRESS -> HttpAddress.of(value).isPresent();
            case TIME_ZONE -> ZoneId.getAvailableZoneIds().contains(value);
            case LANGUAGE_TAG -> isLanguageTag(value);
        };
    }

    /** A year alone or a full date, whose year may be 0000 when it is not told; that leaps. */
    private static boolean isDate(String value) {
        return YEAR.matcher(value).matches()
                || (FULL_DATE.matcher(value).matches() && isInCalendar(value));
    }

    private static boolean isInCalendar(String date) {
        try {
            LocalDate _ = LocalDate.parse(date);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isLanguageTag(String value) {
        try {
            return !new Locale.Builder().setLanguageTag(value).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }
}

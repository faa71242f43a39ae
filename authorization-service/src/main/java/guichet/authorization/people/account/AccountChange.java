package guichet.authorization.people.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was done, as the page of the account says it afterwards. */
public enum AccountChange {
    PROFILE("Your profile is changed."),
    EMAIL(
            "A letter is on its way: follow the link in it and confirm, and the new address is yours."),
    PASSWORD(
            "Your password is changed. Every other browser is signed out, and what applications were"
                    + " allowed there has ended."),
    SESSIONS("Every other browser is signed out."),
    APPLICATION("The application no longer has your permission."),
    NO_PERMISSION("There was nothing to take back: the application has no permission of yours.");

    private final String text;

    AccountChange(String text) {
        this.text = text;
    }

    /** How addresses call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was done, or empty. */
    static String text(Optional<String> word) {
        return Arrays.stream(values())
                .filter(it -> word.equals(Optional.of(it.word())))
                .map(it -> it.text)
                .findFirst()
                .orElse("");
    }
}

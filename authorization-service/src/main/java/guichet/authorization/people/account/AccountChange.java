package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was done, as the page of the account says it afterwards. */
public enum AccountChange {
    PROFILE(Messages::profileDone),
    EMAIL(Messages::emailDone),
    PASSWORD(Messages::passwordDone),
    SESSIONS(Messages::sessionsDone),
    APPLICATION(Messages::accessDone),
    NO_PERMISSION(Messages::accessNone);

    private final Text text;

    AccountChange(Text text) {
        this.text = text;
    }

    /** How addresses call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was done, if something was. */
    static Optional<Text> text(Optional<String> word) {
        return Arrays.stream(values())
                .filter(it -> word.equals(Optional.of(it.word())))
                .map(it -> it.text)
                .findFirst();
    }
}

package guichet.authorization.people.person;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that people sign in with: plain enough that no two look the same, and never an e-mail
 * address, which might be somebody else's.
 */
public final class Username {
    /** How to choose one, for who did not. */
    public static final Text ADVICE = Messages::userNameRule;

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])");

    private Username() {}

    /** The name in the form in which it is kept, if it may be one. */
    public static Optional<String> parse(String text) {
        return Optional.of(People.normalized(text)).filter(it -> FORM.matcher(it).matches());
    }

    /**
     * The same of what somebody chooses whom nobody knows yet: it is no web address either, which
     * would be a link in the letter that names the account.
     */
    public static Optional<String> parseChosen(String text) {
        return parse(text).filter(it -> !WebAddresses.areIn(it));
    }
}

package guichet.authorization.people.person;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.oauth.HumanReadableText;
import java.util.Optional;

/**
 * What people are called: whatever they like, in 1 to 100 characters that others see, but nothing
 * that mail and messages would make a link of.
 */
public final class DisplayName {
    /** How to write one, for who did not. */
    public static final Text ADVICE = Messages::nameRule;

    private static final int LONGEST = 100;

    private DisplayName() {}

    /** The name in the form in which it is kept, if it may be one. */
    public static Optional<String> parse(String text) {
        return Optional.of(text.strip())
                .filter(it -> it.length() <= LONGEST)
                .filter(it -> !HumanReadableText.isBlank(it) && HumanReadableText.isPlain(it))
                .filter(it -> !WebAddresses.areIn(it));
    }
}

package guichet.authorization.person;

import guichet.oauth.ShownText;
import java.util.Optional;

/** What people are called: whatever they like, in 1 to 100 characters that others see. */
public final class DisplayName {
    /** How to write one, for who did not. */
    public static final String ADVICE = "Say in 1 to 100 visible characters what you are called.";

    private static final int LONGEST = 100;

    private DisplayName() {}

    /** The name in the form in which it is kept, if it may be one. */
    public static Optional<String> parse(String text) {
        return Optional.of(text.strip())
                .filter(it -> it.length() <= LONGEST)
                .filter(it -> !ShownText.isBlank(it) && ShownText.isPlain(it));
    }
}

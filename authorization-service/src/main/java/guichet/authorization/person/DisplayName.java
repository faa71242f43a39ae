package guichet.authorization.person;

import guichet.oauth.ShownText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people are called: whatever they like, in 1 to 100 characters that others see, but nothing
 * that mail and messages would make a link of.
 */
public final class DisplayName {
    /** How to write one, for who did not. */
    public static final String ADVICE =
            "Say in 1 to 100 visible characters what you are called, without @ or a web address, and"
                    + " with a space after a full stop.";

    private static final int LONGEST = 100;

    /** {@code evil.example} is one, {@code J.R.R. Tolkien} is none. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "://|@|\\bwww\\.|[\\p{L}\\p{N}][.\\u3002]\\p{L}{2}", Pattern.CASE_INSENSITIVE);

    private DisplayName() {}

    /** The name in the form in which it is kept, if it may be one. */
    public static Optional<String> parse(String text) {
        return Optional.of(text.strip())
                .filter(it -> it.length() <= LONGEST)
                .filter(it -> !ShownText.isBlank(it) && ShownText.isPlain(it))
                .filter(it -> !ADDRESS.matcher(Normalizer.normalize(it, Form.NFKC)).find());
    }
}

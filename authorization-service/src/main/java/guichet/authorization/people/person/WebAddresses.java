package guichet.authorization.people.person;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * What mail and messages make a link of, without having been told to. Nobody writes it into a name:
 * it would lead whoever is sent a letter to where the writer wants them.
 */
final class WebAddresses {
    private static final String SCHEME_OR_MAILBOX = "://|@|\\bwww\\.";

    /** {@code evil.example} is one, {@code J.R.R. Tolkien} is none. */
    private static final String HOST = "[\\p{L}\\p{N}_-][.\\u3002]\\p{L}{2}";

    /** {@code 192.0.2.1} is one, {@code 1.10.2026} is none. */
    private static final String NUMERIC_HOST = "\\p{N}(?:[.\\u3002]\\p{N}{1,3}){3}";

    private static final Pattern ANY =
            Pattern.compile(
                    String.join("|", SCHEME_OR_MAILBOX, HOST, NUMERIC_HOST),
                    Pattern.CASE_INSENSITIVE);

    private WebAddresses() {}

    /** Whether there is one in a text, in whichever width its letters are written. */
    static boolean areIn(String text) {
        return ANY.matcher(Normalizer.normalize(text, Form.NFKC)).find();
    }
}

package guichet.outside;

import static java.util.Objects.requireNonNull;

import guichet.kit.outbox.ExplainedFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused by a rule of ours, or that failed; its message says which and why, to us:
 * who had us call is told the words alone, since a cause tells what is where in our network.
 */
public final class OutsideFailure extends IOException implements ExplainedFailure {
    private static final long serialVersionUID = 1L;

    /** The same whatever it was, so that nobody finds out by us which names lead inside. */
    private static final String UNREACHED =
            "no answer: the host is unknown, is not to be called, or does not answer";

    private static final int LONGEST = 200;

    private final String words;

    OutsideFailure(String words) {
        super(words);
        this.words = words;
    }

    private OutsideFailure(String words, String detail, @Nullable Throwable cause) {
        super(words + ": " + detail, cause);
        this.words = words;
    }

    /** Nobody was there whom we may ask. */
    static OutsideFailure unreached(String detail) {
        return new OutsideFailure(UNREACHED, detail, null);
    }

    /** Nobody was there. */
    static OutsideFailure unreached(Throwable cause) {
        return new OutsideFailure(UNREACHED, told(cause), cause);
    }

    /** Some quote what the server sent, at any length and with characters that steer a terminal. */
    private static String told(Throwable cause) {
        String text = cause.toString().replaceAll("\\p{Cntrl}", "?");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The rule or the failure, for who had us call. */
    @Override
    public String words() {
        return words;
    }

    /** The rule or the failure, and its cause. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

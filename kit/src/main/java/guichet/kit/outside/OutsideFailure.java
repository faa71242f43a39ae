package guichet.kit.outside;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused by a rule of ours, or that failed; its message says which and why, to us:
 * who had us call is told the words alone, since a cause tells what is where in our network.
 */
public final class OutsideFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final String words;

    OutsideFailure(String words) {
        super(words);
        this.words = words;
    }

    OutsideFailure(String words, @Nullable Throwable cause) {
        super(words + ": " + cause, cause);
        this.words = words;
    }

    /** The rule or the failure, for who had us call. */
    public String words() {
        return words;
    }

    /** The rule or the failure, and its cause. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

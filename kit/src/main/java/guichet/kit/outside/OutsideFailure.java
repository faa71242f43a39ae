package guichet.kit.outside;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call that was refused by a rule of ours, or that failed; its message says which and why. */
public final class OutsideFailure extends IOException {
    private static final long serialVersionUID = 1L;

    OutsideFailure(String message) {
        super(message);
    }

    OutsideFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The rule or the failure, in words. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

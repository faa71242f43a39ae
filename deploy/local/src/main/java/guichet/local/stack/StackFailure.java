package guichet.local.stack;

/** Why the stack cannot run, in words for the person who started it. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do. */
    public StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

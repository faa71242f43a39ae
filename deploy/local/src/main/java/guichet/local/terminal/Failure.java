package guichet.local.terminal;

/** Why a command has no success, in words for the one at the terminal. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do. */
    public Failure(String message) {
        super(message);
    }

    /** With what is wrong, and what has shown it. */
    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}

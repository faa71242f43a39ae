package guichet.local.terminal;

/** Why a command has no success, in words for the one at the terminal. */
public class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final int status;

    /** With what is wrong and what to do. */
    public Failure(String message) {
        super(message);
        this.status = FAILED;
    }

    /** With what is wrong, and what has shown it. */
    public Failure(String message, Throwable cause) {
        super(message, cause);
        this.status = FAILED;
    }

    private Failure(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Of what the environment or the words say, so that nothing was tried. */
    public static Failure ofUsage(String message) {
        return new Failure(message, USAGE);
    }

    /** With which the command ends: 1, or 2 for what makes no sense. */
    public int status() {
        return status;
    }
}

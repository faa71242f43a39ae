package guichet.local.terminal;

/** That a request was sent, and no answer came: what it asked for may be done. */
public final class AnswerLost extends Failure {
    private static final long serialVersionUID = 1L;

    /** With what has shown it. */
    AnswerLost(String message, Throwable cause) {
        super(message, cause);
    }
}

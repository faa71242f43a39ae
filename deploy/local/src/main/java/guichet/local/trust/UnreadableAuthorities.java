package guichet.local.trust;

/** The file of authorities cannot be read; the message is for the person who named it. */
public final class UnreadableAuthorities extends RuntimeException {
    UnreadableAuthorities(String message, Throwable cause) {
        super(message, cause);
    }
}

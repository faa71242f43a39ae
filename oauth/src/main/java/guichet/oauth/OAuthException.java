package guichet.oauth;

/** A refusal on its way to the client; made by {@link OAuthError#refuse()} only. */
public final class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OAuthError error;

    OAuthException(OAuthError error) {
        // A refusal is an answer, not a fault: no stack trace is filled in.
        super(error.code() + ": " + error.cause(), null, false, false);
        this.error = error;
    }

    public OAuthError error() {
        return error;
    }
}

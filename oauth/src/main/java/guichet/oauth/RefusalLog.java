package guichet.oauth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The log {@code guichet.refusal} of what was refused: whoever answers a refusal writes to it. What
 * the client is not told is there by default, since nobody else could say what is wrong.
 */
public final class RefusalLog {
    /** By which it is found, and bounded. */
    public static final String NAME = "guichet.refusal";

    private static final Logger LOG = System.getLogger(NAME);

    private RefusalLog() {}

    /** A refusal is being answered. */
    public static void answered(OAuthError error) {
        LOG.log(
                error.code().tellsFault() ? Level.DEBUG : Level.INFO,
                () -> "refused %s: %s: %s".formatted(error.reason(), error.code(), error.cause()));
    }
}

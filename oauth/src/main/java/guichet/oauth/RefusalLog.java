package guichet.oauth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The log {@code guichet.refusal} of what was refused: whoever answers a refusal writes to it. */
public final class RefusalLog {
    private static final Logger LOG = System.getLogger("guichet.refusal");

    private RefusalLog() {}

    /** A refusal is being answered. */
    public static void answered(OAuthError error) {
        LOG.log(
                Level.DEBUG,
                () -> "refused %s: %s: %s".formatted(error.reason(), error.code(), error.cause()));
    }
}

package guichet.kit.metric;

import guichet.oauth.OAuthError;
import guichet.oauth.RefusalLog;
import io.micrometer.core.instrument.Metrics;

/**
 * What services refuse: told to the log, and counted by reason ({@code guichet_refusals_total}).
 */
public final class Refusals {
    private Refusals() {}

    /** A refusal is being answered. */
    public static void answered(OAuthError error) {
        RefusalLog.answered(error);
        Metrics.counter("guichet.refusals", "reason", error.reason().code()).increment();
    }
}

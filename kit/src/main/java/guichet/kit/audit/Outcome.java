package guichet.kit.audit;

import java.util.Locale;

/** How it went. */
public enum Outcome {
    /** It was done. */
    SUCCESS,
    /** It was refused, or could not be done. */
    FAILURE;

    /** As it stands in an event, for example {@code success}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

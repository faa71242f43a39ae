package guichet.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** A standard forbids it. */
    ERROR,
    /** A standard advises against it. */
    WARNING,
    /** There is something better. */
    ADVICE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

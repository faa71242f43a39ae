package guichet.kit.limit;

import guichet.guard.setting.MustBe;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How often something may be done: so many times at once, which come back evenly within the period.
 * Settings write it {@code 200/10m}.
 */
@MustBe("how often and in which time, such as 200/10m")
public record Allowance(int times, Duration period) {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/([1-9]\\d*[smhd])");

    public Allowance {
        if (times < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("an allowance is once at least, in some time");
        }
    }

    /** So many times as much, in the same time. */
    Allowance times(int factor) {
        return new Allowance(Math.multiplyExact(times, factor), period);
    }

    /** As a setting has it. */
    public static Allowance of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "write how often, and in which time, as in 200/10m: " + text);
        }
        return new Allowance(
                Integer.parseInt(parts.group(1)), DurationConverter.parseDuration(parts.group(2)));
    }
}

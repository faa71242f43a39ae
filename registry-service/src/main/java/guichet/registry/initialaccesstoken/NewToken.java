package guichet.registry.initialaccesstoken;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.HumanReadableText;
import guichet.oauth.Reason;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator asks for.
 *
 * @param note for whom it is, in words
 * @param expiresIn seconds; null for a token without end
 * @param uses how many registrations it is good for; null for any number
 */
@JsonNaming(SnakeCaseStrategy.class)
record NewToken(@Nullable String note, @Nullable Long expiresIn, @Nullable Integer uses) {
    private static final int LONGEST_NOTE = 200;
    private static final long LONGEST_LIFETIME = 366L * 24 * 3600;

    String noteForPeople() {
        String given = note == null ? "" : note;
        if (given.length() > LONGEST_NOTE || !HumanReadableText.isPlain(given)) {
            throw Reason.PARAMETER_MALFORMED.refuse(
                    "note must be plain text of %d characters at most", LONGEST_NOTE);
        }
        return given;
    }

    Optional<Duration> lifetime() {
        if (expiresIn != null && (expiresIn < 1 || expiresIn > LONGEST_LIFETIME)) {
            throw Reason.PARAMETER_MALFORMED.refuse(
                    "expires_in must be 1 to %d seconds", LONGEST_LIFETIME);
        }
        return Optional.ofNullable(expiresIn).map(Duration::ofSeconds);
    }

    Optional<Integer> numberOfUses() {
        if (uses != null && uses < 1) {
            throw Reason.PARAMETER_MALFORMED.refuse("uses must be 1 or more");
        }
        return Optional.ofNullable(uses);
    }
}

package guichet.token.grant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of all grants that a person gave until a moment, however many.
 *
 * @param clientId whose grants end; empty for those of every client
 * @param keptSid the session whose grants go on
 * @param until the last of them; what is given later is a new permission
 * @param reason for the audit
 */
@JsonNaming(SnakeCaseStrategy.class)
record GrantEnd(
        UUID personId,
        Optional<String> clientId,
        Optional<UUID> keptSid,
        Instant until,
        String reason) {
    GrantEnd {
        requireNonNull(personId, "person_id");
        requireNonNull(until, "until");
        requireNonNull(reason, "reason");
    }

    /** What it ends, in the words of the audit. */
    @Override
    public String toString() {
        return "grants of person %s at %s until %s"
                .formatted(
                        personId,
                        clientId.map("client %s"::formatted).orElse("all clients"),
                        until);
    }
}

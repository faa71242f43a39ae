package guichet.authorization.protocol.tokenservice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of all grants that a person gave until a moment.
 *
 * @param clientId whose grants end; empty for those of every client
 * @param keptSid the session whose grants go on
 * @param reason for the audit, in a few words
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GrantEnd(
        UUID personId,
        Optional<String> clientId,
        Optional<UUID> keptSid,
        Instant until,
        String reason) {}

package guichet.token.grant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;

/**
 * Sessions that are over, and with them what was granted in them.
 *
 * @param offlineAccess whether those grants end too that were meant to outlive them
 * @param reason for the audit
 */
@JsonNaming(SnakeCaseStrategy.class)
record EndedSessions(List<UUID> sids, boolean offlineAccess, String reason) {
    EndedSessions {
        sids = List.copyOf(sids);
        requireNonNull(reason, "reason");
    }
}

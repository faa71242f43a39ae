package guichet.authorization.protocol.tokenservice;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;

/**
 * Sessions that ended together, and with them what was granted in them.
 *
 * @param offlineAccess whether those grants end too that were meant to outlive them
 * @param reason for the audit, in a few words
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EndedSessions(List<UUID> sids, boolean offlineAccess, String reason) {
    public EndedSessions {
        sids = List.copyOf(sids);
    }

    /** The first stands for all of them: they may be hundreds. */
    @Override
    public String toString() {
        return "%d sessions, %s first, %s".formatted(sids.size(), sids.getFirst(), reason);
    }
}

package guichet.authorization.protocol.tokenservice;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;

/**
 * Grants that ended together.
 *
 * @param reason for the audit, in a few words
 */
@JsonNaming(SnakeCaseStrategy.class)
record EndedGrants(List<UUID> grantIds, String reason) {
    EndedGrants {
        grantIds = List.copyOf(grantIds);
    }

    /** The first stands for all of them: they may be hundreds. */
    @Override
    public String toString() {
        return "%d grants, %s first, %s".formatted(grantIds.size(), grantIds.getFirst(), reason);
    }
}

package guichet.authorization.people.session;

import java.util.List;
import java.util.UUID;

/**
 * Tells, in the transaction that ends them, that sessions of a person are over before their time.
 *
 * @param reason for the audit, in a few words
 */
public record SessionsEnded(UUID personId, List<UUID> sids, String reason) {
    public SessionsEnded {
        sids = List.copyOf(sids);
    }
}

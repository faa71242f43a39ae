package guichet.authorization.limit;

import static guichet.kit.audit.AuditEvent.LIMIT_REACHED;
import static guichet.kit.audit.AuditField.LIMIT;

import guichet.kit.audit.Audit;
import guichet.kit.limit.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** How often the same account may get another password or address, of which letters tell. */
@ApplicationScoped
public class AccountLimit {
    private final RateLimit limit;

    AccountLimit(LimitConfig config, Audit audit, Clock clock) {
        this.limit =
                new RateLimit(
                        config.accountChange(),
                        clock,
                        _ -> audit.tell(LIMIT_REACHED, LIMIT.is("account-change")));
    }

    /**
     * Counts a change.
     *
     * @throws guichet.oauth.OAuthException if it is one too many
     */
    public void require(UUID personId) {
        limit.require(personId.toString());
    }
}

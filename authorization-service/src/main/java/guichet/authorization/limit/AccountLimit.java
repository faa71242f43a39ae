package guichet.authorization.limit;

import guichet.kit.limit.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** How often the same account may get another password or address, of which letters tell. */
@ApplicationScoped
public class AccountLimit {
    private final RateLimit limit;

    AccountLimit(LimitConfig config, Clock clock) {
        this.limit = new RateLimit(config.accountChange(), clock);
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

package guichet.registry.registration;

import static guichet.kit.audit.AuditEvent.LIMIT_REACHED;
import static guichet.kit.audit.AuditField.LIMIT;

import guichet.kit.audit.Audit;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.NetworkLimit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * How often the same network may register, or manage what it registered, whatever comes of it: it
 * may guess tokens, too.
 */
@Singleton
@Startup
class RegistrationLimit {
    private final NetworkLimit limit;

    RegistrationLimit(LimitConfig config, ClientNetwork network, Audit audit, Clock clock) {
        this.limit =
                new NetworkLimit(
                        config.registration(),
                        network,
                        clock,
                        () -> audit.tell(LIMIT_REACHED, LIMIT.is("registration")));
    }

    /**
     * Counts an attempt.
     *
     * @throws guichet.oauth.OAuthException if it is one too many from there
     */
    void require() {
        limit.require();
    }
}

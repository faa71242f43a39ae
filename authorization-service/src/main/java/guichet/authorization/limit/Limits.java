package guichet.authorization.limit;

import static guichet.kit.audit.AuditEvent.LIMIT_REACHED;
import static guichet.kit.audit.AuditField.LIMIT;
import static java.util.Objects.requireNonNull;

import guichet.kit.audit.Audit;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.NetworkLimit;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** Counts what each network does, by the settings. */
@Startup
@ApplicationScoped
class Limits {
    private final Map<Limit, NetworkLimit> limits = new EnumMap<>(Limit.class);

    Limits(LimitConfig config, ClientNetwork network, Audit audit, Clock clock) {
        for (Limit each : Limit.values()) {
            limits.put(
                    each,
                    new NetworkLimit(
                            each.allowance(config),
                            network,
                            clock,
                            () -> audit.tell(LIMIT_REACHED, LIMIT.is(each))));
        }
    }

    /**
     * Counts the request under way.
     *
     * @throws guichet.oauth.OAuthException if it is one too many from there
     */
    void require(Limit limit) {
        requireNonNull(limits.get(limit)).require();
    }
}

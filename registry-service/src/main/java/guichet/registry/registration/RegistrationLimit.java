package guichet.registry.registration;

import guichet.kit.limit.Allowance;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.NetworkLimit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often the same network may register or change what it registered, whatever comes of it: it
 * may guess tokens, too.
 */
@Singleton
@Startup
class RegistrationLimit {
    private final NetworkLimit limit;

    RegistrationLimit(
            @ConfigProperty(name = "guichet.limit.registration", defaultValue = "100/1h")
                    Allowance allowance,
            ClientNetwork network,
            Clock clock) {
        this.limit = new NetworkLimit(allowance, network, clock);
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

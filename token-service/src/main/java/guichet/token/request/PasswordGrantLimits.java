package guichet.token.request;

import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.NetworkLimit;
import guichet.kit.limit.RateLimit;
import guichet.token.client.AuthenticatedClient;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How often the same network, and the same client, may try a password, RFC 6749 §4.3.2. */
@Singleton
@Startup
class PasswordGrantLimits {
    private final NetworkLimit ofNetworks;
    private final RateLimit ofClients;

    PasswordGrantLimits(LimitConfig config, ClientNetwork network, Clock clock) {
        this.ofNetworks = new NetworkLimit(config.passwordGrant(), network, clock);
        this.ofClients = new RateLimit(config.passwordGrantOfClient(), clock);
    }

    /**
     * Counts an attempt; by its client only if nobody else can say to be it, who could use up what
     * it may.
     *
     * @throws guichet.oauth.OAuthException if it is one too many
     */
    void require(AuthenticatedClient client) {
        ofNetworks.require();
        if (client.isConfidential()) {
            ofClients.require(client.id());
        }
    }
}

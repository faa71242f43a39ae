package guichet.token.request;

import static guichet.kit.audit.AuditEvent.LIMIT_REACHED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.LIMIT;

import guichet.kit.audit.Audit;
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

    PasswordGrantLimits(LimitConfig config, ClientNetwork network, Audit audit, Clock clock) {
        this.ofNetworks =
                new NetworkLimit(
                        config.passwordGrant(),
                        network,
                        clock,
                        () -> audit.tell(LIMIT_REACHED, LIMIT.is("password-grant")));
        this.ofClients =
                new RateLimit(
                        config.passwordGrantOfClient(),
                        clock,
                        client ->
                                audit.tell(
                                        LIMIT_REACHED,
                                        LIMIT.is("password-grant-of-client"),
                                        CLIENT.is(client)));
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

package guichet.kit.limit;

import java.time.Clock;

/** An allowance for each network from which requests come; for nobody where that is not known. */
public final class NetworkLimit {
    private final ClientNetwork network;
    private final RateLimit limit;

    public NetworkLimit(Allowance allowance, ClientNetwork network, Clock clock) {
        this.network = network;
        this.limit = new RateLimit(allowance, clock);
    }

    /**
     * Counts the request under way.
     *
     * @throws guichet.oauth.OAuthException if it is one too many from there
     */
    public void require() {
        network.find().ifPresent(limit::require);
    }
}

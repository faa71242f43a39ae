package guichet.kit.limit;

import java.time.Clock;
import java.util.Optional;

/**
 * An allowance for each network from which requests come; for nobody where that is not known. All
 * networks of an IPv6 site together have sixteen times as much: one household may choose from
 * thousands.
 */
public final class NetworkLimit {
    private static final int OF_A_SITE = 16;

    private final ClientNetwork network;
    private final RateLimit limit;
    private final RateLimit ofSites;

    /**
     * For each network the same.
     *
     * @param whenReached is run for each request that is one too many, before it is refused
     */
    public NetworkLimit(
            Allowance allowance, ClientNetwork network, Clock clock, Runnable whenReached) {
        this.network = network;
        this.limit = new RateLimit(allowance, clock, _ -> whenReached.run());
        this.ofSites = new RateLimit(allowance.times(OF_A_SITE), clock, _ -> whenReached.run());
    }

    /**
     * Counts the request under way. A site that has nothing left is refused before its networks
     * take up memory, and one network of it that asks too often uses up nothing of its site's.
     *
     * @throws guichet.oauth.OAuthException if it is one too many from there
     */
    public void require() {
        Optional<String> site = network.findSite();
        site.ifPresent(ofSites::requireOneLeft);
        network.find().ifPresent(limit::require);
        site.ifPresent(ofSites::require);
    }
}

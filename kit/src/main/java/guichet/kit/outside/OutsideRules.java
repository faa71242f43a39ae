package guichet.kit.outside;

import guichet.oauth.HttpAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which addresses may be called. */
final class OutsideRules {
    private final Set<String> allowedHosts;
    private final Resolver resolver;

    OutsideRules(Set<String> allowedHosts, Resolver resolver) {
        this.allowedHosts = Set.copyOf(allowedHosts);
        this.resolver = resolver;
    }

    /**
     * Looks at what the address itself tells.
     *
     * @throws OutsideFailure naming the rule that forbids to call it
     */
    HttpAddress check(URI address) throws OutsideFailure {
        HttpAddress web =
                HttpAddress.of(address)
                        .orElseThrow(() ->
                                new OutsideFailure(
                                        "not called: https is needed, with a host and no user"));
        if (!web.isHttps() && !isAllowed(web.host())) {
            throw new OutsideFailure("not called over http: https is needed");
        }
        return web;
    }

    /**
     * The numeric addresses behind a host, each of which may be connected to.
     *
     * @throws OutsideFailure when there is none, or one is inside the network
     */
    List<InetAddress> resolve(String host) throws OutsideFailure {
        List<InetAddress> numeric = resolved(host);
        if (!isAllowed(host) && numeric.stream().anyMatch(InsideNetwork::contains)) {
            throw new OutsideFailure(
                    "not called: %s is inside the network, and not among the allowed hosts"
                            .formatted(host));
        }
        return numeric;
    }

    private boolean isAllowed(String host) {
        return allowedHosts.stream().anyMatch(host::equalsIgnoreCase);
    }

    private List<InetAddress> resolved(String host) throws OutsideFailure {
        try {
            return Stream.of(resolver.resolve(host)).toList();
        } catch (UnknownHostException unknown) {
            throw new OutsideFailure("not called: no such host as " + host, unknown);
        }
    }

    /** Finds the numeric addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}

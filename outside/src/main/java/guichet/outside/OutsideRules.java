package guichet.outside;

import guichet.oauth.HttpAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses may be called. */
final class OutsideRules {
    private static final int HTTPS = 443;

    /** As many as are tried in turn; a name may have hundreds. */
    private static final int MOST_TRIED = 4;

    private final Set<String> allowedHosts;
    private final Set<Integer> allowedPorts;
    private final DeniedNetworks denied;
    private final Resolver resolver;
    private final Optional<HttpAddress> ourselves;

    /**
     * The rules of these settings.
     *
     * @param ourselves the issuer, which nobody has called by itself
     */
    OutsideRules(OutsideConfig config, Resolver resolver, Optional<HttpAddress> ourselves) {
        this.allowedHosts =
                config.allowedHosts().orElse(Set.of()).stream()
                        .map(OutsideRules::named)
                        .collect(Collectors.toUnmodifiableSet());
        this.allowedPorts = config.allowedPorts().orElse(Set.of());
        this.denied = new DeniedNetworks(config.deniedNetworks().orElse(List.of()));
        this.resolver = resolver;
        this.ourselves = ourselves;
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
        if (ourselves.filter(it -> isAt(it, web)).isPresent()) {
            throw new OutsideFailure("not called: it is our own address");
        }
        if (isAllowed(web.host())) {
            return web;
        }
        if (!web.isHttps()) {
            throw new OutsideFailure("not called over http: https is needed");
        }
        int port = web.effectivePort();
        if (port != HTTPS && !allowedPorts.contains(port)) {
            throw new OutsideFailure(
                    "not called at port %d: %d is the port of https".formatted(port, HTTPS));
        }
        return web;
    }

    /**
     * The numeric addresses behind a host, each of which may be connected to.
     *
     * @throws OutsideFailure when there is none, or one that must not be called
     */
    List<InetAddress> resolve(String host) throws OutsideFailure {
        List<InetAddress> numeric = resolved(host);
        if (!isAllowed(host) && numeric.stream().anyMatch(denied::contain)) {
            throw OutsideFailure.unreached(
                    "%s is inside the network, and not among the allowed hosts".formatted(host));
        }
        return numeric.stream().limit(MOST_TRIED).toList();
    }

    private static boolean isAt(HttpAddress one, HttpAddress other) {
        return one.host().equals(other.host()) && one.effectivePort() == other.effectivePort();
    }

    private boolean isAllowed(String host) {
        return allowedHosts.contains(host);
    }

    /** A host of the settings as one of an address is read; what is more than a host is none. */
    private static String named(String host) {
        return HttpAddress.of("https://" + host)
                .map(HttpAddress::host)
                .filter(it -> host.equalsIgnoreCase(it) || host.equalsIgnoreCase(it + "."))
                .orElse(host);
    }

    private List<InetAddress> resolved(String host) throws OutsideFailure {
        try {
            return Stream.of(resolver.resolve(host)).toList();
        } catch (UnknownHostException unknown) {
            throw OutsideFailure.unreached(unknown);
        }
    }

    /** Finds the numeric addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}

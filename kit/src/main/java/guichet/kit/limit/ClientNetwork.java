package guichet.kit.limit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Where the request under way comes from. Only the gateway is believed, at the address that {@code
 * guichet.gateway.address} names: everything else could say anything, and without a gateway that is
 * known everybody would come from the same place.
 */
@Singleton
public class ClientNetwork {
    private static final Logger LOG = Logger.getLogger(ClientNetwork.class);

    /** Written by Quarkus, whatever the caller wrote there. */
    private static final String FROM_GATEWAY = "X-Forwarded-Trusted-Proxy";

    /** One machine has a network of 2⁶⁴ addresses to choose from, RFC 8981. */
    private static final int NETWORK_OF_IPV6 = 8;

    /** One household or company has up to 2¹⁶ such networks, RFC 6177 §2. */
    private static final int SITE_OF_IPV6 = 6;

    private final CurrentVertxRequest current;

    ClientNetwork(CurrentVertxRequest current, GatewayConfig gateway) {
        this.current = current;
        if (gateway.address().equals(List.of(GatewayConfig.NOBODY))) {
            LOG.warn(
                    "nobody is limited by where they come from: guichet.gateway.address does not"
                            + " name the gateway, which alone could tell");
        }
    }

    /** The client's address, or its network; empty when nobody trustworthy tells it. */
    public Optional<String> find() {
        return Optional.ofNullable(current.getCurrent())
                .map(RoutingContext::request)
                .flatMap(ClientNetwork::told)
                .map(ClientNetwork::network);
    }

    /** The site to which an IPv6 network belongs; empty where there is no telling. */
    public Optional<String> findSite() {
        return Optional.ofNullable(current.getCurrent())
                .map(RoutingContext::request)
                .flatMap(ClientNetwork::told)
                .flatMap(ClientNetwork::site);
    }

    private static Optional<String> told(HttpServerRequest request) {
        // Asked first: it makes Quarkus read, and overwrite, the headers.
        String address = request.remoteAddress().host();
        return Optional.of(address).filter(_ -> "true".equals(request.getHeader(FROM_GATEWAY)));
    }

    /**
     * The network of an address that one machine has to itself. Anything but an IP address stands
     * as it is: the gateway wrote it.
     */
    public static String network(String address) {
        return prefix(address, NETWORK_OF_IPV6).orElse(address);
    }

    static Optional<String> site(String address) {
        return prefix(address, SITE_OF_IPV6);
    }

    private static Optional<String> prefix(String address, int bytes) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Optional.of(HexFormat.of().formatHex(six.getAddress(), 0, bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

package guichet.authorization.mail;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the request under way comes from. Only the gateway is believed, at the address that {@code
 * guichet.gateway.address} names: everything else could say anything, and without a gateway that is
 * known everybody would come from the same place.
 */
@Startup
@ApplicationScoped
public class ClientNetwork {
    /** Written by Quarkus, whatever the caller wrote there. */
    private static final String FROM_GATEWAY = "X-Forwarded-Trusted-Proxy";

    /** One household has a network of 2⁶⁴ addresses to choose from, RFC 6177 §2. */
    private static final int NETWORK_OF_IPV6 = 8;

    private final CurrentVertxRequest current;

    ClientNetwork(
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<String> gateway) {
        this.current = current;
        if (gateway.isEmpty()) {
            throw new IllegalStateException(
                    "guichet.gateway.address is empty, which would believe everybody: leave it out"
                            + " or name the gateway");
        }
    }

    /** The client's address, or its network; empty when nobody trustworthy tells it. */
    public Optional<String> find() {
        return Optional.ofNullable(current.getCurrent())
                .map(RoutingContext::request)
                .flatMap(ClientNetwork::told)
                .map(ClientNetwork::network);
    }

    private static Optional<String> told(HttpServerRequest request) {
        // Asked first: it makes Quarkus read, and overwrite, the headers.
        String address = request.remoteAddress().host();
        return Optional.of(address).filter(_ -> "true".equals(request.getHeader(FROM_GATEWAY)));
    }

    /** Anything but an IP address stands as it is: the gateway wrote it. */
    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_OF_IPV6))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}

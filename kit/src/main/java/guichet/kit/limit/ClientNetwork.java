package guichet.kit.limit;

import static java.util.Objects.requireNonNullElse;

import guichet.oauth.Sha256;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
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

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** One machine has a network of 2⁶⁴ addresses to choose from, RFC 8981. */
    private static final int NETWORK_OF_IPV6 = 8;

    /** One household or company has up to 2¹⁶ such networks, RFC 6177 §2. */
    private static final int SITE_OF_IPV6 = 6;

    /** Some gateways write a port behind the address: of IPv6 in brackets, as in RFC 3986. */
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:\\[(?<six>[^]]*)]|(?<four>[^:]*))(?::\\d{1,5})?");

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofHours(1);

    private final CurrentVertxRequest current;
    private final Clock clock;
    private final boolean isTold;
    private final AtomicReference<Instant> complained = new AtomicReference<>(Instant.EPOCH);

    ClientNetwork(CurrentVertxRequest current, GatewayConfig gateway, Clock clock) {
        this.current = current;
        this.clock = clock;
        this.isTold = !gateway.address().equals(List.of(GatewayConfig.NOBODY));
        if (!isTold) {
            LOG.warn(
                    "nobody is limited by where they come from: guichet.gateway.address does not"
                            + " name the gateway, which alone could tell");
        }
    }

    /** The client's address, or its network; empty when nobody trustworthy tells it. */
    Optional<String> find() {
        return address().map(ClientNetwork::network);
    }

    /** The site to which an IPv6 network belongs; empty where there is no telling. */
    Optional<String> findSite() {
        return address().flatMap(ClientNetwork::site);
    }

    /**
     * Who has to share what is bounded by network: the holder of an address of IPv4 or of a site of
     * IPv6, as a digest from which nobody's address is read. Empty where there is no telling.
     */
    public Optional<String> findHolder() {
        return findHolder(address());
    }

    /**
     * The same of an address that a neighbour was told, who serves the same request.
     *
     * @param address that may be the gateway's own where the neighbour does not know which one that
     *     is
     */
    public Optional<String> findHolder(Optional<String> address) {
        return address.filter(_ -> isTold).map(it -> Sha256.hex(holder(it)));
    }

    private Optional<String> address() {
        Optional<HttpServerRequest> request = request();
        Optional<String> told = request.flatMap(ClientNetwork::told);
        if (isTold && request.isPresent() && told.isEmpty()) {
            complain(request.get());
        }
        return told;
    }

    /** None for what no request has asked for. */
    private Optional<HttpServerRequest> request() {
        return Arc.requireContainer().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent()).map(RoutingContext::request)
                : Optional.empty();
    }

    /** Now and then, since it may happen with every request. */
    private void complain(HttpServerRequest request) {
        Instant now = clock.instant();
        Instant last = complained.get();
        if (Duration.between(last, now).compareTo(BETWEEN_COMPLAINTS) >= 0
                && complained.compareAndSet(last, now)) {
            LOG.warnf(
                    "a request is limited by no network, and others may be like it: %s",
                    isOfGateway(request)
                            ? "the gateway sent no IP address as " + FORWARDED_FOR
                            : "it did not come from guichet.gateway.address");
        }
    }

    /**
     * What the gateway says of where a request comes from: an IP address, without a port; empty
     * when the request is not the gateway's, or no address was sent.
     */
    public static Optional<String> told(HttpServerRequest request) {
        return isOfGateway(request)
                ? request.headers().getAll(FORWARDED_FOR).stream()
                        .reduce((_, last) -> last)
                        .map(ClientNetwork::lastOf)
                        .flatMap(ClientNetwork::withoutPort)
                : Optional.empty();
    }

    private static boolean isOfGateway(HttpServerRequest request) {
        request.remoteAddress(); // asked first: it makes Quarkus read, and overwrite, the headers
        return "true".equals(request.getHeader(FROM_GATEWAY));
    }

    /** Gateways write behind what they were sent; before that anybody may have written. */
    private static String lastOf(String list) {
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }

    /** The IP address that somebody wrote, alone or with a port; empty for anything else. */
    public static Optional<String> withoutPort(String written) {
        var parts = WITH_PORT.matcher(written);
        String address =
                parts.matches()
                        ? requireNonNullElse(parts.group("six"), parts.group("four"))
                        : written;
        return parsed(address).map(_ -> address);
    }

    /** The network of an address that one machine has to itself. */
    static String network(String address) {
        return prefix(address, NETWORK_OF_IPV6).orElse(address);
    }

    /** An address of IPv4, or the site of one of IPv6; anything else stands as it is. */
    public static String holder(String address) {
        return site(address).orElse(address);
    }

    static Optional<String> site(String address) {
        return prefix(address, SITE_OF_IPV6);
    }

    private static Optional<String> prefix(String address, int bytes) {
        return parsed(address)
                .filter(Inet6Address.class::isInstance)
                .map(six -> HexFormat.of().formatHex(six.getAddress(), 0, bytes));
    }

    private static Optional<InetAddress> parsed(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

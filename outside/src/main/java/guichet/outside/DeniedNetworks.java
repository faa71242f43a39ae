package guichet.outside;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The addresses that are not of the open Internet, or that the operator keeps from being called.
 */
final class DeniedNetworks {
    /** What IANA's IPv4 Special-Purpose Address Registry, RFC 6890, does not call reachable. */
    private static final List<String> IPV4 =
            List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3"); // multicast and reserved

    /**
     * All but 2000::/3, the one block from which addresses are given out, RFC 4291 §2.4; and what
     * in it IANA's IPv6 registry does not call reachable, or has an IPv4 address behind it.
     */
    private static final List<String> IPV6 =
            List.of(
                    "::/3",
                    "4000::/2",
                    "8000::/1",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20");

    private final List<IpSubnetFilterRule> networks;

    /** Those and these. */
    DeniedNetworks(Collection<String> ofTheOperator) {
        this.networks =
                Stream.of(IPV4, IPV6, ofTheOperator)
                        .flatMap(Collection::stream)
                        .map(DeniedNetworks::network)
                        .toList();
    }

    boolean contain(InetAddress address) {
        var looked = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(looked));
    }

    private static IpSubnetFilterRule network(String cidr) {
        String[] parts = cidr.split("/", 2);
        return new IpSubnetFilterRule(
                InetAddress.ofLiteral(parts[0]),
                Integer.parseInt(parts.length == 2 ? parts[1] : ""),
                IpFilterRuleType.REJECT);
    }

    /** Whether it is a network. */
    static final class IsNetwork implements Predicate<String> {
        @Override
        public boolean test(String cidr) {
            try {
                network(cidr);
                return true;
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }
}

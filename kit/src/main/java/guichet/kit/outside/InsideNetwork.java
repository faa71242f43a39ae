package guichet.kit.outside;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that do not belong to the open Internet, RFC 6890 and its registries. */
final class InsideNetwork {
    private static final List<Range> RANGES =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "224.0.0.0/3",
                            "::/96",
                            "64:ff9b::/96", // an IPv4 address behind it, RFC 6052
                            "64:ff9b:1::/48",
                            "2002::/16", // likewise, RFC 3056
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8")
                    .map(Range::of)
                    .toList();

    private InsideNetwork() {}

    static boolean contains(InetAddress address) {
        return RANGES.stream().anyMatch(range -> range.contains(address.getAddress()));
    }

    /** The addresses that begin with the same bits. */
    private record Range(InetAddress begin, int bits) {
        static Range of(String cidr) {
            int slash = cidr.indexOf('/');
            InetAddress begin = InetAddress.ofLiteral(cidr.substring(0, slash));
            return new Range(begin, Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            byte[] first = begin.getAddress();
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

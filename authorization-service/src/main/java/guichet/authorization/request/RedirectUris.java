package guichet.authorization.request;

import guichet.oauth.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares redirect addresses: to the letter (RFC 9700 §2.1), loopback ports aside (RFC 8252 §7.3).
 */
final class RedirectUris {
    private RedirectUris() {}

    static boolean isRegistered(String asked, List<String> registered) {
        if (registered.contains(asked)) {
            return true;
        }
        Optional<String> wanted = withoutPort(asked);
        return wanted.isPresent()
                && registered.stream().map(RedirectUris::withoutPort).anyMatch(wanted::equals);
    }

    /** The address without its port if it is http on loopback; empty for any other. */
    private static Optional<String> withoutPort(String address) {
        try {
            var uri = new URI(address);
            if (!"http".equals(uri.getScheme())
                    || !Loopback.isLoopback(uri.getHost())
                    || !isHostAndPort(uri)) {
                return Optional.empty();
            }
            String authority = uri.getRawAuthority();
            return Optional.of(address.replaceFirst(Pattern.quote(authority), uri.getHost()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Nothing before the host, and either a port in its usual form or no colon. */
    private static boolean isHostAndPort(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return (uri.getHost() + port).equals(uri.getRawAuthority());
    }
}

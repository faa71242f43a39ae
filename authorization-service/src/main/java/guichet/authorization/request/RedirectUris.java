package guichet.authorization.request;

import guichet.oauth.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Compares redirect addresses: to the letter (RFC 9700 §2.1), loopback ports aside (RFC 8252 §7.3).
 */
final class RedirectUris {
    private RedirectUris() {}

    static boolean isRegistered(String asked, List<String> registered) {
        return registered.contains(asked)
                || withoutPort(asked)
                        .filter(it -> registered.stream().anyMatch(one -> isSame(one, it)))
                        .isPresent();
    }

    private static boolean isSame(String registered, URI askedWithoutPort) {
        return withoutPort(registered).filter(askedWithoutPort::equals).isPresent();
    }

    /** The address without its port if it is http on loopback; empty for any other. */
    private static Optional<URI> withoutPort(String address) {
        try {
            var uri = new URI(address);
            if (!"http".equals(uri.getScheme())
                    || !Loopback.isLoopback(uri.getHost())
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(new URI("http://" + uri.getHost() + uri.getRawPath() + query));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}

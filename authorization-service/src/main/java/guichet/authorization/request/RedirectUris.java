package guichet.authorization.request;

import guichet.oauth.Loopback;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses and compares redirect addresses: to the letter (RFC 9700 §2.1), loopback ports aside (RFC
 * 8252 §7.3).
 */
final class RedirectUris {
    private RedirectUris() {}

    /**
     * The address to answer to: the one that is asked for, or the only one that is registered.
     *
     * @param isRequired whether one has to be asked for, OpenID Connect Core §3.1.2.1
     * @throws guichet.oauth.OAuthException {@code invalid_request}: nobody may be redirected
     */
    static String choose(Optional<String> asked, List<String> registered, boolean isRequired) {
        if (asked.isPresent()) {
            return checked(asked.get(), registered);
        }
        if (isRequired || registered.size() != 1) {
            throw new InvalidRequest(Reason.REDIRECT_URI_MISSING, missing(registered, isRequired))
                    .refuse();
        }
        return registered.getFirst();
    }

    private static String missing(List<String> registered, boolean isRequired) {
        return isRequired
                ? "redirect_uri is missing: with the scope openid it has to be there"
                : "redirect_uri is missing: the application registered %s"
                        .formatted(registered.isEmpty() ? "none" : "several");
    }

    private static String checked(String asked, List<String> registered) {
        if (!isRegistered(asked, registered)) {
            throw new InvalidRequest(
                            Reason.REDIRECT_URI_NOT_REGISTERED,
                            "redirect_uri is not one that the application registered, to the letter")
                    .refuse();
        }
        return asked;
    }

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

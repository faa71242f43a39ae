package guichet.authorization.protocol.request;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
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
            throw Reason.REDIRECT_URI_MISSING.refuse("%s", missing(registered, isRequired));
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
            throw Reason.REDIRECT_URI_NOT_REGISTERED.refuse(
                    "redirect_uri is not one that the application registered, to the letter");
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
        return HttpAddress.of(address)
                .filter(it -> !it.isHttps() && it.isLoopback())
                .filter(it -> address.startsWith(it.scheme() + "://" + hostAndPort(it)))
                .map(it -> address.replaceFirst(Pattern.quote(hostAndPort(it)), it.host()));
    }

    /** As the address has to spell it, to the letter. */
    private static String hostAndPort(HttpAddress address) {
        return address.host() + address.port().map(port -> ":" + port).orElse("");
    }
}

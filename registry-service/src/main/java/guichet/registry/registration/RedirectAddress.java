package guichet.registry.registration;

import guichet.oauth.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for an address to which people are sent back, RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700
 * §4.1.
 */
final class RedirectAddress {
    private RedirectAddress() {}

    /** What is wrong with the address; empty when it can be registered. */
    static Optional<String> faultOf(String address) {
        if (address.contains("*")) {
            return Optional.of("must have no wildcard: register each address");
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException _) {
            return Optional.of("must be a URI");
        }
        if (!uri.isAbsolute()) {
            return Optional.of("must be absolute, with a scheme");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("must have no fragment");
        }
        return schemeFault(uri);
    }

    private static Optional<String> schemeFault(URI uri) {
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> authorityFault(uri);
            case "http" ->
                    Loopback.isLoopback(uri.getHost())
                            ? authorityFault(uri)
                            : Optional.of("must be https; http is for loopback addresses only");
            case String scheme when scheme.contains(".") -> Optional.empty();
            default ->
                    Optional.of(
                            "must be https, http on loopback, or a private-use scheme with a dot,"
                                    + " such as com.example.app:/cb");
        };
    }

    private static Optional<String> authorityFault(URI uri) {
        if (uri.getHost() == null) {
            return Optional.of("must have a host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("must have no user name or password");
        }
        return Optional.empty();
    }
}

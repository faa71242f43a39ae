package guichet.registry.registration;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for an address to which people are sent back, RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700
 * §4.1.
 */
final class RedirectAddress {
    private RedirectAddress() {}

    /** Ends the registration if one of the addresses of this member cannot be registered. */
    static void check(
            Reason reason, String member, List<String> addresses, RedirectSchemes schemes) {
        for (String address : addresses) {
            faultOf(address, schemes)
                    .ifPresent(wrong -> {
                        throw reason.refuse("%s: each address %s", member, wrong);
                    });
        }
    }

    /** What is wrong with the address; empty when it can be registered. */
    static Optional<String> faultOf(String address, RedirectSchemes schemes) {
        if (address.contains("*")) {
            return Optional.of("must have no wildcard: register each address");
        }
        Optional<URI> parsed = HttpAddress.uri(address);
        if (parsed.isEmpty()) {
            return Optional.of("must be a URI");
        }
        URI uri = parsed.get();
        if (!uri.isAbsolute()) {
            return Optional.of("must be absolute, with a scheme");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("must have no fragment");
        }
        return schemeFault(uri, schemes);
    }

    /** Whether a registered address leads to an application on the device and nowhere else. */
    static boolean isPrivateUse(String address) {
        String scheme = URI.create(address).getScheme();
        return !"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme);
    }

    /**
     * Whether the tokens themselves may be sent to a web application there, OpenID Connect Dynamic
     * Client Registration §2. For codes, http on loopback is let through: applications are
     * developed there.
     */
    static boolean isSafeForTokens(String address) {
        return HttpAddress.of(address).filter(it -> it.isHttps() && !it.isLoopback()).isPresent();
    }

    private static boolean isLoopback(URI address) {
        return HttpAddress.of(address).filter(HttpAddress::isLoopback).isPresent();
    }

    private static Optional<String> schemeFault(URI uri, RedirectSchemes schemes) {
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> authorityFault(uri);
            case "http" ->
                    isLoopback(uri)
                            ? Optional.empty()
                            : authorityFault(uri)
                                    .or(() ->
                                            Optional.of(
                                                    "must be https; http is for loopback addresses"
                                                            + " only"));
            case String scheme when schemes.leadToApplication(scheme) -> Optional.empty();
            default ->
                    Optional.of(
                            "must be https, http on loopback, or a private-use scheme with a dot,"
                                    + " such as com.example.app:/cb");
        };
    }

    private static Optional<String> authorityFault(URI uri) {
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        if (authority.contains("@")) {
            return Optional.of("must have no user name or password");
        }
        return HttpAddress.of(uri).isPresent()
                ? Optional.empty()
                : Optional.of("must have a host, and a port up to 65535 if any");
    }
}

package guichet.registry.registration;

import guichet.kit.registry.ApplicationType;
import guichet.oauth.HttpAddress;
import guichet.oauth.OAuthError.InvalidRedirectUri;
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

    /** What is wrong with the address; empty when it can be registered. */
    static Optional<String> faultOf(String address) {
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
        return schemeFault(uri);
    }

    /** On a device when one of the addresses can lead to nothing else, on the web otherwise. */
    static ApplicationType typeOf(List<String> addresses) {
        return addresses.stream().anyMatch(RedirectAddress::isPrivateUse)
                ? ApplicationType.NATIVE
                : ApplicationType.WEB;
    }

    /**
     * Ends the registration when an address does not fit the type, OpenID Connect Dynamic Client
     * Registration §2. For the web, http on loopback is let through unless the tokens themselves
     * are sent there: that is what the section is about, and applications are developed there.
     */
    static void checkType(ApplicationType type, List<String> addresses) {
        boolean fits =
                switch (type) {
                    case WEB -> addresses.stream().noneMatch(RedirectAddress::isPrivateUse);
                    case NATIVE ->
                            addresses.stream().allMatch(it -> isPrivateUse(it) || isLoopback(it));
                };
        if (!fits) {
            throw new InvalidRedirectUri(
                            Reason.REDIRECT_URI_NOT_ALLOWED, "redirect_uris: " + typeFault(type))
                    .refuse();
        }
    }

    /**
     * Ends the registration of a web application that would be sent tokens where they are not safe,
     * OpenID Connect Dynamic Client Registration §2.
     */
    static void checkImplicit(ApplicationType type, List<String> addresses) {
        if (type == ApplicationType.WEB && addresses.stream().anyMatch(it -> !isSafe(it))) {
            throw new InvalidRedirectUri(
                            Reason.REDIRECT_URI_NOT_ALLOWED,
                            "redirect_uris: with the grant type implicit each must be https and"
                                    + " not lead to localhost")
                    .refuse();
        }
    }

    private static boolean isSafe(String address) {
        return HttpAddress.of(address).filter(it -> it.isHttps() && !it.isLoopback()).isPresent();
    }

    private static String typeFault(ApplicationType type) {
        return switch (type) {
            case WEB -> "a private-use scheme needs the application_type native";
            case NATIVE ->
                    "with the application_type native each must have a private-use scheme or lead"
                            + " to loopback; an https address that an app claims is for web";
        };
    }

    private static boolean isPrivateUse(String address) {
        return URI.create(address).getScheme().contains(".");
    }

    private static boolean isLoopback(String address) {
        return HttpAddress.of(address).filter(HttpAddress::isLoopback).isPresent();
    }

    private static Optional<String> schemeFault(URI uri) {
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> authorityFault(uri);
            case "http" ->
                    isLoopback(uri.toString())
                            ? Optional.empty()
                            : authorityFault(uri)
                                    .or(() ->
                                            Optional.of(
                                                    "must be https; http is for loopback addresses"
                                                            + " only"));
            case String scheme when scheme.contains(".") -> Optional.empty();
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

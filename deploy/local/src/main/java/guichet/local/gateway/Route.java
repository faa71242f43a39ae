package guichet.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services behind the issuer's origin, and which paths are whose. */
public enum Route {
    REGISTRY,
    AUTHORIZATION,
    TOKEN;

    /**
     * What a service behind us would read differently than it stands: to it, {@code
     * /register/../internal} is {@code /internal}.
     */
    private static final Pattern REWRITTEN =
            Pattern.compile("//|/\\.{1,2}(?:[/;]|$)|%(?:2e|2f|5c)|\\\\", Pattern.CASE_INSENSITIVE);

    /** The paths of this service: each as it stands and all below it. */
    public List<String> prefixes() {
        return switch (this) {
            case REGISTRY -> List.of("/register", "/apps", "/admin/initial-access-tokens");
            case AUTHORIZATION ->
                    List.of(
                            "/auth",
                            "/par",
                            "/login",
                            "/consent",
                            "/device",
                            "/logout",
                            "/session",
                            "/account",
                            "/signup",
                            "/password-reset",
                            "/email-verification",
                            "/admin/people",
                            "/errors",
                            "/assets",
                            "/webjars");
            case TOKEN ->
                    List.of(
                            "/token",
                            "/introspect",
                            "/revoke",
                            "/userinfo",
                            "/jwks",
                            "/.well-known",
                            "/status-lists",
                            "/admin/keys");
        };
    }

    /** The service of a path; empty for every other path, {@code /internal/} among them. */
    public static Optional<Route> of(String path) {
        return REWRITTEN.matcher(path).find() ? Optional.empty() : find(path);
    }

    private static Optional<Route> find(String path) {
        return Stream.of(values()).filter(route -> route.covers(path)).findFirst();
    }

    private boolean covers(String path) {
        return prefixes().stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}

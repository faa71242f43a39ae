package guichet.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services behind the issuer's origin, and which paths are whose. */
public enum Route {
    REGISTRY,
    AUTHORIZATION,
    TOKEN;

    /** What only the services themselves may call. */
    private static final Pattern INTERNAL =
            Pattern.compile("/internal(?:[/\\s].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The paths of this service: each as it stands and all below it. */
    public List<String> prefixes() {
        return switch (this) {
            case REGISTRY ->
                    List.of(
                            "/register",
                            "/logos",
                            "/admin/initial-access-tokens",
                            "/admin/resources",
                            "/admin/applications");
            case AUTHORIZATION ->
                    List.of(
                            "/auth",
                            "/login",
                            "/consent",
                            "/logout",
                            "/session",
                            "/account",
                            "/signup",
                            "/password-reset",
                            "/email-verification",
                            "/language",
                            "/.well-known/change-password",
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

    /**
     * The service of a path: of one that is nobody's, the service whose pages say so; empty for
     * what stays inside.
     *
     * @param path can be read in one way only, as {@code RequestHead} sees to it
     */
    public static Optional<Route> of(String path) {
        return isInternal(path) ? Optional.empty() : Optional.of(find(path));
    }

    /** However it is written: to the service, {@code %69} is {@code i}. */
    private static boolean isInternal(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return INTERNAL.matcher(decoded).matches();
        } catch (IllegalArgumentException _) {
            return true; // nobody can tell what the service would make of it
        }
    }

    /** The first that names it: {@code /.well-known/change-password} before what is around it. */
    private static Route find(String path) {
        return Stream.of(values())
                .filter(route -> route.covers(path))
                .findFirst()
                .orElse(AUTHORIZATION);
    }

    private boolean covers(String path) {
        return prefixes().stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}

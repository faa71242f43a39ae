package guichet.registry.registration;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The schemes by which applications on devices are reached, RFC 8252 §7.1: those made of a domain,
 * and those without a dot that the operator lets in, since some applications have no other.
 */
@Startup
@Singleton
class RedirectSchemes {
    private static final String SETTING = "guichet.registration.schemes";
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

    /** Those of the web, and those by which a browser or system runs, reads or sends something. */
    private static final Set<String> NEVER =
            Set.of(
                    "about",
                    "blob",
                    "chrome",
                    "data",
                    "file",
                    "filesystem",
                    "ftp",
                    "http",
                    "https",
                    "intent",
                    "jar",
                    "javascript",
                    "mailto",
                    "resource",
                    "shell",
                    "sms",
                    "tel",
                    "vbscript",
                    "view-source",
                    "ws",
                    "wss");

    private final Set<String> further;

    RedirectSchemes(RegistrationConfig config) {
        this.further =
                config.schemes().orElse(List.of()).stream()
                        .map(RedirectSchemes::checked)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static String checked(String setting) {
        String scheme = setting.strip().toLowerCase(Locale.ROOT);
        if (!SCHEME.matcher(scheme).matches()) {
            throw new IllegalStateException(
                    "%s: %s must be a scheme without its colon, such as cursor"
                            .formatted(SETTING, setting));
        }
        if (NEVER.contains(scheme)) {
            throw new IllegalStateException(
                    "%s: %s leads to no application and is never let in"
                            .formatted(SETTING, scheme));
        }
        return scheme;
    }

    /** Whether addresses of this scheme lead to an application on the device. */
    boolean leadToApplication(String scheme) {
        return scheme.contains(".") || further.contains(scheme.toLowerCase(Locale.ROOT));
    }
}

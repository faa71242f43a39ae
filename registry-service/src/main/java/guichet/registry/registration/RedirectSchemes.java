package guichet.registry.registration;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The schemes by which applications on devices are reached, RFC 8252 §7.1: those made of a domain,
 * and those without a dot that the operator lets in, since some applications have no other.
 */
@Singleton
class RedirectSchemes {
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
                        .map(RedirectSchemes::normalised)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether addresses of this scheme lead to an application on the device. */
    boolean leadToApplication(String scheme) {
        return scheme.contains(".") || further.contains(scheme.toLowerCase(Locale.ROOT));
    }

    private static String normalised(String setting) {
        return setting.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an operator may let a scheme in. */
    static final class CanBeLetIn implements Predicate<String> {
        @Override
        public boolean test(String setting) {
            String scheme = normalised(setting);
            return SCHEME.matcher(scheme).matches() && !NEVER.contains(scheme);
        }
    }
}

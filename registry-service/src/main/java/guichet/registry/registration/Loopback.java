package guichet.registry.registration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hosts that never leave the machine, RFC 8252 §7.3. */
final class Loopback {
    private static final Pattern HOST =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    static boolean isLoopback(@Nullable String host) {
        return host != null && HOST.matcher(host).matches();
    }
}

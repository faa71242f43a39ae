package guichet.oauth;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hosts that never leave the machine, RFC 8252 §7.3. */
public final class Loopback {
    private static final Pattern HOST =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /** Whether this host of a URI is one, with IPv6 in its brackets. */
    public static boolean isLoopback(@Nullable String host) {
        return host != null && HOST.matcher(host).matches();
    }
}

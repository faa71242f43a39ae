package guichet.authorization.session;

import guichet.oauth.OpaqueToken;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By which a client asks the check_session_iframe whether anything has changed, Session Management
 * 1.0 §2: a digest of the client, its origin and the state of our cookie in this browser.
 */
public final class SessionState {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private SessionState() {}

    /** The {@code session_state} of an answer; empty where no page could ask. */
    public static Optional<String> of(String clientId, String redirectUri, SignedIn person) {
        return origin(URI.create(redirectUri))
                .map(origin -> of(clientId, origin, person.browserState(), salt()));
    }

    /** As {@code assets/check-session.js} makes it, too. */
    static String of(String clientId, String origin, String browserState, String salt) {
        String parts = String.join(" ", clientId, origin, browserState, salt);
        return OpaqueToken.of(parts).sha256() + "." + salt;
    }

    /** As browsers write it, RFC 6454 §6.2; applications on a device have none. */
    private static Optional<String> origin(URI address) {
        if (address.getHost() == null || !address.getScheme().startsWith("http")) {
            return Optional.empty();
        }
        boolean isUsual =
                address.getPort() < 0
                        || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        String origin = address.getScheme() + "://" + address.getHost();
        return Optional.of(isUsual ? origin : origin + ":" + address.getPort());
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}

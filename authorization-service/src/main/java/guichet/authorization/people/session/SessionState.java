package guichet.authorization.people.session;

import guichet.oauth.HttpAddress;
import guichet.oauth.OpaqueToken;
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
        return HttpAddress.of(redirectUri)
                .map(HttpAddress::origin)
                .map(origin -> of(clientId, origin, person.browserState(), salt()));
    }

    /** As {@code assets/check-session.js} makes it, too. */
    static String of(String clientId, String origin, String browserState, String salt) {
        String parts = String.join(" ", clientId, origin, browserState, salt);
        return OpaqueToken.of(parts).sha256() + "." + salt;
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}

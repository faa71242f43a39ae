package guichet.authorization.protocol.logout;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * A checked logout request, RP-Initiated Logout 1.0 §2.
 *
 * @param clientId who asks; empty when nobody said so
 * @param sid the session that the ID token names, which proves that its client asks
 * @param postLogoutRedirectUri registered for that client
 */
record LogoutRequest(
        Optional<String> clientId,
        Optional<UUID> sid,
        Optional<String> postLogoutRedirectUri,
        Optional<String> state) {

    /** Where the person goes afterwards, with the state, §3. */
    Optional<URI> destination() {
        return postLogoutRedirectUri.map(address -> URI.create(address + query(address)));
    }

    private String query(String address) {
        return state.map(value ->
                        (address.contains("?") ? "&state=" : "?state=")
                                + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse("");
    }
}

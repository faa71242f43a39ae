package guichet.authorization.protocol.logout;

import guichet.oauth.FormEncoding;
import java.net.URI;
import java.util.Map;
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
        return postLogoutRedirectUri.map(address ->
                state.map(it -> FormEncoding.addedTo(address, Map.of("state", it)))
                        .orElseGet(() -> URI.create(address)));
    }
}

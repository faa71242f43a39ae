package guichet.token.identity;

import java.util.Map;
import java.util.Optional;

/**
 * What an ID token says beyond its grant.
 *
 * @param nonce of the authorization request
 * @param claims of the person, as the request named them for the ID token or as the client
 *     registered to have them there
 */
public record IdTokenContent(Optional<String> nonce, Map<String, Object> claims) {
    /** Nothing, as in most ID tokens that come of a refresh, OpenID Connect Core §12.2. */
    public static final IdTokenContent NONE = new IdTokenContent(Optional.empty(), Map.of());

    public IdTokenContent {
        claims = Map.copyOf(claims);
    }
}

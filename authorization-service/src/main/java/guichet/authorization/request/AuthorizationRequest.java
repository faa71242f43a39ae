package guichet.authorization.request;

import guichet.oauth.Scope;
import java.util.Optional;

/**
 * A checked authorization request, RFC 6749 §4.1.1.
 *
 * @param redirectUri where the answer goes
 * @param redirectUriGiven whether the request had it; otherwise it is the client's only one
 * @param codeChallenge of PKCE by S256, RFC 7636 §4.3
 */
public record AuthorizationRequest(
        String clientId,
        String redirectUri,
        boolean redirectUriGiven,
        Scope scope,
        Optional<String> state,
        Optional<String> codeChallenge) {}

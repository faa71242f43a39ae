package guichet.authorization.protocol.code;

import java.util.Optional;

/**
 * What a token request must match to redeem a code.
 *
 * @param redirectUri as the authorization request had it, if it had one, RFC 6749 §4.1.3
 * @param codeChallenge of PKCE by S256, if the request had one, RFC 7636 §4.3
 */
public record CodeBinding(Optional<String> redirectUri, Optional<String> codeChallenge) {

    /** Why a token request does not fit; empty when it does. */
    Optional<String> faultOf(Optional<String> askedRedirectUri, Optional<String> codeVerifier) {
        if (redirectUri.isPresent() && !redirectUri.equals(askedRedirectUri)) {
            return Optional.of("redirect_uri differs from the authorization request's");
        }
        if (codeChallenge.isEmpty()) {
            // RFC 9700 §2.1.1: a verifier nobody asked for means that the challenge was stripped.
            return codeVerifier.map(_ -> "code_verifier for a request without code_challenge");
        }
        return codeVerifier.isEmpty()
                ? Optional.of("code_verifier is missing")
                : CodeChallenge.faultOf(codeChallenge.get(), codeVerifier.get());
    }
}

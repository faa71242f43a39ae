package guichet.authorization.protocol.code;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import java.util.Optional;

/**
 * What a token request must match to redeem a code.
 *
 * @param redirectUri as the authorization request had it, if it had one, RFC 6749 §4.1.3
 * @param codeChallenge of PKCE by S256, if the request had one, RFC 7636 §4.3
 */
public record CodeBinding(Optional<String> redirectUri, Optional<String> codeChallenge) {

    /** Why a token request does not fit; empty when it does. */
    Optional<OAuthError> faultOf(Optional<String> askedRedirectUri, Optional<String> codeVerifier) {
        if (redirectUri.isPresent() && !redirectUri.equals(askedRedirectUri)) {
            return Optional.of(
                    Reason.REDIRECT_URI_DIFFERS.error(
                            "redirect_uri %s: start again, and send here the one that /auth was sent",
                            askedRedirectUri.isPresent() ? "differs" : "is missing"));
        }
        if (codeChallenge.isEmpty()) {
            // RFC 9700 §2.1.1: a verifier nobody asked for means that the challenge was stripped.
            return codeVerifier.map(_ ->
                    CodeChallenge.fault(
                            "is there, and the authorization request had no challenge"));
        }
        return codeVerifier.isEmpty()
                ? Optional.of(CodeChallenge.fault("is missing"))
                : CodeChallenge.faultOf(codeChallenge.get(), codeVerifier.get());
    }
}

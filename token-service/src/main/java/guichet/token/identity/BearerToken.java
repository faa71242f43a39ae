package guichet.token.identity;

import guichet.oauth.BearerHeader;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OAuthError.MissingToken;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access token that a request bears, in the header or in the form, RFC 6750 §2. */
record BearerToken(OpaqueToken token) {
    /**
     * The one token.
     *
     * @throws guichet.oauth.OAuthException when there is none, or one in each place
     */
    static BearerToken of(@Nullable String authorization, Optional<String> inForm) {
        Optional<OpaqueToken> inHeader = BearerHeader.token(authorization);
        if (inHeader.isPresent() && inForm.isPresent()) {
            throw new InvalidRequest(
                            Reason.TOKEN_SENT_TWICE,
                            "send the access token in the header or in the form, not in both")
                    .refuse();
        }
        return inHeader.or(() -> inForm.map(OpaqueToken::of))
                .map(BearerToken::new)
                .orElseThrow(() -> new MissingToken(Reason.TOKEN_MISSING).refuse());
    }
}

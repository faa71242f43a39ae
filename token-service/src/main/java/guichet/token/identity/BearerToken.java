package guichet.token.identity;

import guichet.oauth.BearerHeader;
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
            throw Reason.TOKEN_SENT_TWICE.refuse(
                    "send the access token in the header or in the form, not in both");
        }
        return inHeader.or(() -> inForm.map(OpaqueToken::of))
                .map(BearerToken::new)
                .orElseThrow(() ->
                        Reason.TOKEN_MISSING.refuse(
                                "send the access token in the header Authorization: Bearer"));
    }
}

package guichet.token.identity;

import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OAuthError.MissingToken;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access token that a request bears, in the header or in the form, RFC 6750 §2. */
record BearerToken(OpaqueToken token) {
    private static final String SCHEME = "bearer ";

    /**
     * The one token.
     *
     * @throws guichet.oauth.OAuthException when there is none, or one in each place
     */
    static BearerToken of(@Nullable String authorization, Optional<String> inForm) {
        Optional<String> inHeader =
                Optional.ofNullable(authorization)
                        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                        .map(header -> header.substring(SCHEME.length()).strip());
        if (inHeader.isPresent() && inForm.isPresent()) {
            throw new InvalidRequest(
                            Reason.TOKEN_SENT_TWICE,
                            "send the access token in the header or in the form, not in both")
                    .refuse();
        }
        return inHeader.or(() -> inForm)
                .map(token -> new BearerToken(OpaqueToken.of(token)))
                .orElseThrow(() -> new MissingToken(Reason.TOKEN_MISSING).refuse());
    }
}

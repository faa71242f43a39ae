package guichet.token.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.token.access.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer, RFC 6749 §5.1, OpenID Connect Core §3.1.3.3.
 *
 * @param expiresIn in seconds
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        Scope scope,
        @Nullable String refreshToken,
        @Nullable String idToken) {
    static TokenResponse of(AccessToken token) {
        return new TokenResponse(
                token.value(), "Bearer", token.lifetime().toSeconds(), token.scope(), null, null);
    }

    TokenResponse withRefreshToken(OpaqueToken token) {
        return new TokenResponse(accessToken, tokenType, expiresIn, scope, token.reveal(), idToken);
    }

    TokenResponse withIdToken(String token) {
        return new TokenResponse(accessToken, tokenType, expiresIn, scope, refreshToken, token);
    }

    @Override
    public String toString() {
        return "TokenResponse[masked]";
    }
}

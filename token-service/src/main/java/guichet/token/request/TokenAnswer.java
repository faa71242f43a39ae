package guichet.token.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.token.access.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer, RFC 6749 §5.1.
 *
 * @param expiresIn in seconds
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(
        String accessToken,
        String tokenType,
        long expiresIn,
        Scope scope,
        @Nullable String refreshToken) {

    static TokenAnswer of(AccessToken token) {
        return new TokenAnswer(
                token.value(), "Bearer", token.lifetime().toSeconds(), token.scope(), null);
    }

    static TokenAnswer of(AccessToken token, OpaqueToken refreshToken) {
        return new TokenAnswer(
                token.value(),
                "Bearer",
                token.lifetime().toSeconds(),
                token.scope(),
                refreshToken.reveal());
    }

    @Override
    public String toString() {
        return "TokenAnswer[masked]";
    }
}

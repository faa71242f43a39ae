package guichet.token.authorization;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.util.List;
import java.util.Optional;

/**
 * A code with what has to fit it.
 *
 * @param registeredScope what the client may have now, as the registry said here
 * @param redirectUri as the token request has it, RFC 6749 §4.1.3
 * @param codeVerifier as the token request has it, RFC 7636 §4.5
 * @param userinfoClaims whether the ID token is to say what userinfo says, too
 * @param resources the APIs that the access token is to be for, as they are registered
 * @param accessTokenClaims what some API wants its tokens to say of the person
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RedeemRequest(
        String code,
        String clientId,
        Scope registeredScope,
        Optional<String> redirectUri,
        Optional<String> codeVerifier,
        boolean userinfoClaims,
        List<String> resources,
        List<String> accessTokenClaims) {
    public RedeemRequest {
        resources = List.copyOf(resources);
        accessTokenClaims = List.copyOf(accessTokenClaims);
    }

    @Override
    public String toString() {
        return "RedeemRequest[client " + clientId + "]";
    }
}

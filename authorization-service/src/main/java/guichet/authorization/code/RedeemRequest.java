package guichet.authorization.code;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Optional;

/**
 * A code with what has to fit it, from token-service, which has authenticated the client.
 *
 * @param userinfoClaims whether the ID token is to say what userinfo says, too
 */
@JsonNaming(SnakeCaseStrategy.class)
record RedeemRequest(
        String code,
        String clientId,
        Optional<String> redirectUri,
        Optional<String> codeVerifier,
        boolean userinfoClaims) {
    RedeemRequest {
        requireNonNull(code, "code");
        requireNonNull(clientId, "client_id");
    }

    @Override
    public String toString() {
        return "RedeemRequest[client " + clientId + "]";
    }
}

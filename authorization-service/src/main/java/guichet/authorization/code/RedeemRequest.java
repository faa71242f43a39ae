package guichet.authorization.code;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Optional;

/** A code with what has to fit it, from token-service, which has authenticated the client. */
@JsonNaming(SnakeCaseStrategy.class)
record RedeemRequest(
        String code, String clientId, Optional<String> redirectUri, Optional<String> codeVerifier) {
    @Override
    public String toString() {
        return "RedeemRequest[client " + clientId + "]";
    }
}

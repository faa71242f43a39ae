package guichet.authorization.protocol.code;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A code with what has to fit it, from token-service, which has authenticated the client.
 *
 * @param registeredScope what the client may have now; empty from an older token-service, for which
 *     the registry is asked
 * @param userinfoClaims whether the ID token is to say what userinfo says, too
 * @param resources the APIs that the access token is to be for, as they are registered, RFC 8707
 *     §2.2; none from an older token-service
 * @param accessTokenClaims what some API wants its tokens to say of the person; none likewise
 */
@JsonNaming(SnakeCaseStrategy.class)
record RedeemRequest(
        String code,
        String clientId,
        Optional<Scope> registeredScope,
        Optional<String> redirectUri,
        Optional<String> codeVerifier,
        boolean userinfoClaims,
        List<String> resources,
        List<String> accessTokenClaims) {
    RedeemRequest {
        requireNonNull(code, "code");
        requireNonNull(clientId, "client_id");
        resources = Stream.ofNullable(resources).flatMap(List::stream).toList();
        accessTokenClaims = Stream.ofNullable(accessTokenClaims).flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
        return "RedeemRequest[client " + clientId + "]";
    }
}

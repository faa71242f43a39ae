package guichet.token.authorization;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.util.List;

/**
 * A person's name and password, and what the client wants to do as that person.
 *
 * @param userinfoClaims whether the ID token is to say what userinfo says, too
 * @param accessTokenClaims what some API wants its tokens to say of the person
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PasswordRequest(
        String clientId,
        String username,
        String password,
        Scope scope,
        List<String> resources,
        boolean userinfoClaims,
        List<String> accessTokenClaims) {
    public PasswordRequest {
        resources = List.copyOf(resources);
        accessTokenClaims = List.copyOf(accessTokenClaims);
    }

    @Override
    public String toString() {
        return "PasswordRequest[client " + clientId + "]";
    }
}

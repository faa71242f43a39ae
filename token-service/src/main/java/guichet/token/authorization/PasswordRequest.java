package guichet.token.authorization;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.util.List;

/** A person's name and password, and what the client wants to do as that person. */
@JsonNaming(SnakeCaseStrategy.class)
public record PasswordRequest(
        String clientId, String username, String password, Scope scope, List<String> resources) {
    public PasswordRequest {
        resources = List.copyOf(resources);
    }

    @Override
    public String toString() {
        return "PasswordRequest[client " + clientId + "]";
    }
}

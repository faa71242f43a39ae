package guichet.authorization.protocol.permission;

import java.util.List;

/**
 * An application that has a person's permission.
 *
 * @param scopes what it may do and is told, in words
 */
public record PermittedApplication(String clientId, String name, List<String> scopes) {
    public PermittedApplication {
        scopes = List.copyOf(scopes);
    }
}

package guichet.authorization.protocol.permission;

import guichet.authorization.language.Phrase;
import java.util.List;

/**
 * An application that has a person's permission.
 *
 * @param name empty when it was deleted
 * @param scopes what it may do and is told, in words
 */
public record PermittedApplication(String clientId, String name, List<Phrase> scopes) {
    public PermittedApplication {
        scopes = List.copyOf(scopes);
    }
}

package guichet.kit.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API on offer, which validates our tokens.
 *
 * @param identifier the absolute URI that tokens name in {@code aud}, RFC 8707 §2
 * @param title its name for people
 * @param clientId the client as which the API itself asks about tokens, RFC 7662 §2.1; null when it
 *     never does
 * @param signingAlgorithm by which tokens for it are signed, for example {@code ES256}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Resource(
        String identifier,
        String title,
        @Nullable String clientId,
        String signingAlgorithm,
        List<ResourceScope> scopes) {
    private static final String STANDARD_ALGORITHM = "ES256";

    public Resource {
        // A registry of an earlier version does not say.
        signingAlgorithm = Objects.requireNonNullElse(signingAlgorithm, STANDARD_ALGORITHM);
        scopes = List.copyOf(scopes);
    }

    Optional<ResourceScope> find(String scopeToken) {
        return scopes.stream().filter(scope -> scope.name().equals(scopeToken)).findFirst();
    }

    /**
     * A scope of an API.
     *
     * @param name the scope token, for example {@code movies:read}
     * @param description what it allows, in words for the approval page
     * @param grantedTo who may have it
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ResourceScope(String name, String description, Set<Actor> grantedTo) {
        public ResourceScope {
            grantedTo = Set.copyOf(grantedTo);
        }
    }
}

package guichet.registryclient;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API on offer, which validates our tokens.
 *
 * @param identifier the absolute URI that tokens name in {@code aud}, RFC 8707 §2
 * @param title its name for people
 * @param clientId the client as which the API itself asks about tokens, RFC 7662 §2.1; null when it
 *     never does
 * @param signingAlgorithm by which tokens for it are signed, for example {@code ES256}
 * @param isDefault whether it is meant by a request that names neither an API nor a scope
 * @param accessTokenLifetime how many seconds tokens for it are good at most; empty for as long as
 *     any others
 * @param accessTokenClaims what tokens for it say of the person, as far as the client may know it,
 *     RFC 9068 §2.2.2
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Resource(
        String identifier,
        String title,
        @Nullable String clientId,
        String signingAlgorithm,
        @JsonProperty("default") boolean isDefault,
        Optional<Long> accessTokenLifetime,
        List<String> accessTokenClaims,
        List<ResourceScope> scopes) {
    private static final String STANDARD_ALGORITHM = "ES256";

    public Resource {
        // A registry of an earlier version does not say.
        signingAlgorithm = Objects.requireNonNullElse(signingAlgorithm, STANDARD_ALGORITHM);
        accessTokenClaims = List.copyOf(Objects.requireNonNullElse(accessTokenClaims, List.of()));
        scopes = List.copyOf(scopes);
    }

    /** An API as most are: not the default, with tokens that are good as long as any others. */
    public static Resource of(
            String identifier, String title, String signingAlgorithm, List<ResourceScope> scopes) {
        return new Resource(
                identifier,
                title,
                null,
                signingAlgorithm,
                false,
                Optional.empty(),
                List.of(),
                scopes);
    }

    /** The names of its scopes. */
    public Set<String> scopeNames() {
        return scopes.stream().map(ResourceScope::name).collect(Collectors.toSet());
    }

    /** How long a token for it is good that would be good for {@code usual}. */
    public Duration lifetime(Duration usual) {
        return accessTokenLifetime
                .map(Duration::ofSeconds)
                .filter(own -> own.compareTo(usual) < 0)
                .orElse(usual);
    }

    /** The same with those of its scopes that were on offer then, and have been ever since. */
    Resource asOf(Instant then) {
        return new Resource(
                identifier,
                title,
                clientId,
                signingAlgorithm,
                isDefault,
                accessTokenLifetime,
                accessTokenClaims,
                scopes.stream().filter(scope -> scope.wasOffered(then)).toList());
    }

    Optional<ResourceScope> find(String scopeToken) {
        return scopes.stream().filter(scope -> scope.name().equals(scopeToken)).findFirst();
    }

    boolean hasOneOf(Scope scope) {
        return scope.tokens().stream().anyMatch(token -> find(token).isPresent());
    }

    /**
     * A scope of an API.
     *
     * @param name the scope token, for example {@code movies:read}
     * @param description what it allows, in words for the approval page
     * @param words the same by language, BCP 47; empty when a registry of an earlier version does
     *     not say
     * @param grantedTo who may have it
     * @param byDefault whether a client has it that registers without naming any
     * @param since from when it is on offer: what was approved or granted before was another API's,
     *     perhaps by what was known of that still. Empty when a registry of an earlier version does
     *     not say
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ResourceScope(
            String name,
            String description,
            Map<String, String> words,
            Set<Actor> grantedTo,
            @JsonProperty("default") boolean byDefault,
            Optional<Instant> since) {
        public ResourceScope {
            words = new TreeMap<>(Objects.requireNonNullElse(words, Map.of()));
            grantedTo = Set.copyOf(grantedTo);
        }

        /** One that a client has only if it names it. */
        public ResourceScope(String name, String description, Set<Actor> grantedTo) {
            this(name, description, Map.of(), grantedTo, false, Optional.empty());
        }

        /** The language among its words that fits a reader best, if there is one. */
        public Optional<String> languageFor(Locale reader) {
            return InLanguages.best(reader, words.keySet());
        }

        boolean wasOffered(Instant then) {
            return since.filter(then::isBefore).isEmpty();
        }
    }
}

package guichet.registry.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.registryclient.Resource;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said of an API, in the settings or by an administrator; {@link ApiRules} says what may
 * be.
 *
 * @param name what operators call it, for example {@code movies}
 * @param identifier the absolute URI that tokens name in {@code aud}, RFC 8707 §2
 * @param title its name for people
 * @param isDefault whether it is meant by a request that names neither an API nor a scope
 * @param signingAlgorithm by which tokens for it are signed, for example {@code ES256}
 * @param accessTokenLifetime how many seconds tokens for it are good at most; empty for as long as
 *     any others
 * @param accessTokenClaims what its tokens say of the person, as far as they let the client know
 *     it, RFC 9068 §2.2.2
 * @param introspectionClient the {@code client_id} as which the API asks about tokens, RFC 7662
 *     §2.1; empty when it never does
 * @param scopes in the order in which they are shown
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Api(
        String name,
        String identifier,
        String title,
        @JsonProperty("default") boolean isDefault,
        String signingAlgorithm,
        Optional<Long> accessTokenLifetime,
        List<String> accessTokenClaims,
        Optional<String> introspectionClient,
        List<ApiScope> scopes) {
    private static final String STANDARD_ALGORITHM = "ES256";

    /** What JSON leaves out is empty, for the rules to tell. */
    Api {
        name = Objects.requireNonNullElse(name, "");
        identifier = Objects.requireNonNullElse(identifier, "");
        title = Objects.requireNonNullElse(title, "");
        signingAlgorithm = Objects.requireNonNullElse(signingAlgorithm, STANDARD_ALGORITHM);
        accessTokenClaims = accessTokenClaims == null ? List.of() : List.copyOf(accessTokenClaims);
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    /** The same under the name by which it is addressed. */
    Api called(String addressed) {
        return new Api(
                addressed,
                identifier,
                title,
                isDefault,
                signingAlgorithm,
                accessTokenLifetime,
                accessTokenClaims,
                introspectionClient,
                scopes);
    }

    /**
     * As the other services see it.
     *
     * @param since when each of its scopes came on offer; empty of what is not on offer yet
     */
    Resource offered(Map<String, Instant> since) {
        return new Resource(
                identifier,
                title,
                introspectionClient.orElse(null),
                signingAlgorithm,
                isDefault,
                accessTokenLifetime,
                accessTokenClaims,
                scopes.stream()
                        .map(it -> it.offered(Optional.ofNullable(since.get(it.name()))))
                        .toList());
    }

    /** The same, but not the default. */
    Api asOneOfMany() {
        return new Api(
                name,
                identifier,
                title,
                false,
                signingAlgorithm,
                accessTokenLifetime,
                accessTokenClaims,
                introspectionClient,
                scopes);
    }

    boolean hasScope(String scopeToken) {
        return scopeNames().contains(scopeToken);
    }

    /** In the order in which they are shown. */
    Set<String> scopeNames() {
        return scopes.stream()
                .map(ApiScope::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

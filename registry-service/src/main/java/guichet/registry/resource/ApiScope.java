package guichet.registry.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.registryclient.Actor;
import guichet.registryclient.Resource.ResourceScope;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A scope of an API.
 *
 * @param name the scope token, for example {@code movies:read}
 * @param words what it allows, in words for the approval page, by language (BCP 47); {@code en} is
 *     always there
 * @param grantedTo who may have it
 * @param byDefault whether a client has it that registers without naming any
 */
@JsonNaming(SnakeCaseStrategy.class)
record ApiScope(
        String name,
        Map<String, String> words,
        Set<Actor> grantedTo,
        @JsonProperty("default") boolean byDefault) {
    static final String FALLBACK_LANGUAGE = "en";

    /** What JSON leaves out is empty, for the rules to tell. */
    ApiScope {
        name = Objects.requireNonNullElse(name, "");
        words = new TreeMap<>(Objects.requireNonNullElse(words, Map.of()));
        words.replaceAll((_, text) -> Objects.requireNonNullElse(text, ""));
        // In one order, so that equal scopes read the same.
        grantedTo = new TreeSet<>(Objects.requireNonNullElse(grantedTo, Set.of()));
    }

    /** As the other services see it. */
    ResourceScope offered(Optional<Instant> since) {
        return new ResourceScope(
                name,
                words.getOrDefault(FALLBACK_LANGUAGE, name),
                words,
                grantedTo,
                byDefault,
                since);
    }
}

package guichet.registry.tokenservice;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * Scopes that are on offer no more, and with them all grants that have one.
 *
 * @param resource the identifier of their API, by which applications' own grants are told
 * @param until the last grants that end; a scope of the same name may come again
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EndedScopes(String resource, List<String> scopes, Instant until) {
    public EndedScopes {
        scopes = List.copyOf(scopes);
    }
}

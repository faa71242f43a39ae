package guichet.token.grant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * Scopes that are on offer no more, and with them all grants that have one.
 *
 * @param resource the identifier of their API, by which applications' own grants are told
 * @param until the last grants that end; what is given later is a new permission
 */
@JsonNaming(SnakeCaseStrategy.class)
record EndedScopes(String resource, List<String> scopes, Instant until) {
    EndedScopes {
        scopes = List.copyOf(scopes);
        requireNonNull(resource, "resource");
        requireNonNull(until, "until");
    }
}

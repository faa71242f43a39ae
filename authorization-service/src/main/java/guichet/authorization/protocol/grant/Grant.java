package guichet.authorization.protocol.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A permission as token-service is told of it, {@code docs/internal-api.md}.
 *
 * @param personId whose it is: ends are told of people
 * @param subject how this client knows the person
 * @param resources the APIs that the client named; none when it named none
 * @param grantedAt by the clock that ends are told by
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Grant(
        @JsonProperty("grant_id") UUID id,
        UUID personId,
        String clientId,
        String subject,
        Scope scope,
        List<String> resources,
        Instant grantedAt,
        @JsonUnwrapped Authentication authentication) {
    public Grant {
        resources = List.copyOf(resources);
    }
}

package guichet.authorization.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A permission as token-service is told of it, {@code docs/internal-api.md}.
 *
 * @param authTime when the person signed in
 * @param amr how the person signed in, RFC 8176
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Grant(
        @JsonProperty("grant_id") UUID id,
        String clientId,
        UUID subject,
        Scope scope,
        Instant authTime,
        List<String> amr) {
    public Grant {
        amr = List.copyOf(amr);
    }
}

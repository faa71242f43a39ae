package guichet.token.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person's permission for one client, as authorization-service tells it.
 *
 * @param subject the person, as tokens name them in {@code sub}
 * @param authTime when the person signed in
 * @param amr how the person signed in, RFC 8176
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Grant(
        @JsonProperty("grant_id") UUID id,
        String clientId,
        String subject,
        Scope scope,
        Instant authTime,
        List<String> amr) {
    public Grant {
        amr = List.copyOf(amr);
    }

    /** The same permission with less scope, for one access token. */
    public Grant narrowedTo(Scope less) {
        return new Grant(id, clientId, subject, less, authTime, amr);
    }
}

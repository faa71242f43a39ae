package guichet.authorization.protocol.tokenservice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Optional;

/**
 * What an ID token of ours says, though it may have expired.
 *
 * @param subject as that client knows the person
 * @param clientId for whom it was issued
 * @param sid the session in which it was issued
 */
@JsonNaming(SnakeCaseStrategy.class)
public record IdTokenHint(String subject, String clientId, Optional<String> sid) {
    public IdTokenHint {
        requireNonNull(subject, "subject");
        requireNonNull(clientId, "client_id");
    }
}

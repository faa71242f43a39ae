package guichet.authorization.protocol.tokenservice;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/**
 * That a session is over, OpenID Connect Back-Channel Logout 1.0 §2.4.
 *
 * @param clientId who is told
 * @param subject as that client knows the person
 */
@JsonNaming(SnakeCaseStrategy.class)
public record LogoutNotice(String clientId, String subject, UUID sid) {}

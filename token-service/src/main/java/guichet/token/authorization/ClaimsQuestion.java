package guichet.token.authorization;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.util.UUID;

/** For which grant, and with which scope of it, userinfo is asked for. */
@JsonNaming(SnakeCaseStrategy.class)
record ClaimsQuestion(UUID grantId, Scope scope) {}

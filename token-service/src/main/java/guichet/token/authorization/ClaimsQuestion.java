package guichet.token.authorization;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * For which grant, and with which scope of it, it is asked what may be told of the person.
 *
 * @param registeredScope what the client of the grant may have now, as the registry said here
 * @param accessTokenClaims what the API wants its tokens to say; empty when it is for userinfo
 */
@JsonNaming(SnakeCaseStrategy.class)
record ClaimsQuestion(
        UUID grantId, Scope scope, Scope registeredScope, Optional<Set<String>> accessTokenClaims) {
    ClaimsQuestion {
        accessTokenClaims = accessTokenClaims.map(Set::copyOf);
    }
}

package guichet.authorization.protocol.implicit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.protocol.grant.Grant;
import guichet.oauth.ResponseType;
import java.util.Map;

/**
 * A grant whose tokens the application is given at once.
 *
 * @param nonce of the request
 * @param idTokenClaims what else the ID token says of the person
 */
@JsonNaming(SnakeCaseStrategy.class)
record ImplicitGrant(
        Grant grant, ResponseType responseType, String nonce, Map<String, Object> idTokenClaims) {
    ImplicitGrant {
        idTokenClaims = Map.copyOf(idTokenClaims);
    }
}

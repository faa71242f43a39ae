package guichet.token.request;

import guichet.token.identity.IdTokenContent;
import java.util.Map;

/**
 * What tokens say of a person beyond their grant.
 *
 * @param accessToken by claim; those that the API wants to read
 */
record PersonContent(IdTokenContent idToken, Map<String, Object> accessToken) {
    PersonContent {
        accessToken = Map.copyOf(accessToken);
    }
}

package guichet.token.access;

import guichet.oauth.Scope;
import java.time.Duration;

/**
 * An access token that was just issued.
 *
 * @param value the signed JWT, to be sent to its client and nowhere else
 */
public record AccessToken(String value, Duration lifetime, Scope scope) {
    @Override
    public String toString() {
        return "AccessToken[masked]";
    }
}

package guichet.kit.error;

import com.fasterxml.jackson.annotation.JsonValue;
import guichet.oauth.OAuthError;
import java.util.Map;

/** A refusal as the body of an answer, which pages for people are made of, too. */
public record ErrorBody(OAuthError error, String issuer) {
    /** What programs read. */
    @JsonValue
    Map<String, String> parameters() {
        return error.parameters(issuer);
    }
}

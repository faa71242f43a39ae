package guichet.kit.error;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;

/**
 * The JSON of a refusal, RFC 6749 §5.2.
 *
 * @param reason whose page stands at the {@code uri}
 */
public record ErrorBody(
        @JsonProperty("error") String error,
        @JsonProperty("error_description") String description,
        @JsonProperty("error_uri") String uri,
        @JsonIgnore Reason reason) {

    /** What is told of an error; {@code error_uri} is the page that explains it. */
    public static ErrorBody of(OAuthError error, String issuer) {
        return new ErrorBody(
                error.code().value(),
                error.description(),
                error.reason().page(issuer),
                error.reason());
    }
}

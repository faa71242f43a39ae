package guichet.authorization.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The request parameter {@code claims}, OpenID Connect Core §5.5: what an application wants to know
 * of a person, and where it wants to be told.
 *
 * @param userinfo the claims for the userinfo answer, by name
 * @param idToken the claims for the ID token, by name
 */
public record ClaimsRequest(
        @JsonProperty("userinfo") Map<String, ClaimDemand> userinfo,
        @JsonProperty("id_token") Map<String, ClaimDemand> idToken) {
    /** Nothing is asked for by name. */
    public static final ClaimsRequest NONE = new ClaimsRequest(Map.of(), Map.of());

    public ClaimsRequest {
        userinfo = Map.copyOf(userinfo);
        idToken = Map.copyOf(idToken);
    }
}

package guichet.authorization.protocol.claim;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import guichet.oauth.openid.StandardClaim;
import java.util.Map;
import java.util.Set;

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

    /** The standard claims that are wanted in the ID token. */
    public Set<StandardClaim> inIdToken() {
        return StandardClaim.named(idToken.keySet());
    }

    /** The standard claims that are wanted in the userinfo answer. */
    public Set<StandardClaim> inUserinfo() {
        return StandardClaim.named(userinfo.keySet());
    }

    /** The standard claims that are wanted anywhere. */
    public Set<StandardClaim> anywhere() {
        Set<StandardClaim> anywhere = inIdToken();
        anywhere.addAll(inUserinfo());
        return anywhere;
    }

    /**
     * The part of it that asks for these claims, by their names alone: no value that was asked for
     * is held against what a person has.
     */
    public ClaimsRequest only(Set<StandardClaim> possible) {
        return new ClaimsRequest(only(userinfo, possible), only(idToken, possible));
    }

    private static Map<String, ClaimDemand> only(
            Map<String, ClaimDemand> demands, Set<StandardClaim> possible) {
        return possible.stream()
                .map(StandardClaim::claim)
                .filter(demands::containsKey)
                .collect(toMap(name -> name, _ -> ClaimDemand.VOLUNTARY));
    }
}

package guichet.token.access;

import guichet.oauth.Scope;
import guichet.token.grant.StatusIndex;
import java.util.Map;
import java.util.Set;

/** An access token that came back: signed by us and not expired. */
public record ReadAccessToken(
        String clientId, StatusIndex status, Set<String> audience, Map<String, Object> claims) {
    public ReadAccessToken {
        audience = Set.copyOf(audience);
        claims = Map.copyOf(claims);
    }

    /** What it allows, RFC 9068 §2.2.3; nothing when it has no such claim. */
    public Scope scope() {
        return claims.get("scope") instanceof String scope ? Scope.parse(scope) : Scope.NONE;
    }
}

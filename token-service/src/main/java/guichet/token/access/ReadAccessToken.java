package guichet.token.access;

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
}

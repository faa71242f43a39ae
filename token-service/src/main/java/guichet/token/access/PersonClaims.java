package guichet.token.access;

import guichet.token.authorization.AuthorizationService;
import guichet.token.grant.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an API wants its tokens to say of the person, RFC 9068 §2.2.2: of that, what the person lets
 * the client know, which reads the token as well.
 */
@ApplicationScoped
class PersonClaims {
    private final AuthorizationService authorization;

    PersonClaims(AuthorizationService authorization) {
        this.authorization = authorization;
    }

    /**
     * Those of the person of a grant; nobody is asked where none are wanted.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when they cannot be
     *     known
     */
    Map<String, Object> of(Grant grant, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var claims =
                new HashMap<>(authorization.claims(grant.id(), grant.scope()).orElse(Map.of()));
        claims.keySet().retainAll(wanted);
        return claims;
    }
}

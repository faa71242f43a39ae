package guichet.authorization.identity;

import guichet.authorization.claim.StandardClaims;
import guichet.authorization.grant.PersonGrant;
import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Chooses the claims that a grant opens. */
@ApplicationScoped
public class IdentityClaims {
    private final StandardClaims claims;

    IdentityClaims(StandardClaims claims) {
        this.claims = claims;
    }

    /**
     * For an ID token that comes with an access token: what the request named for it; scopes are
     * answered by userinfo, §5.4.
     */
    public Map<String, Object> forIdToken(PersonGrant grant) {
        return grant.grant().scope().contains(Scope.OPENID)
                ? claims.of(grant.personId(), grant.claims().idToken().keySet())
                : Map.of();
    }

    /** For an ID token that comes alone: what the scopes open, too, §5.4. */
    public Map<String, Object> forLoneIdToken(PersonGrant grant) {
        return claims.of(
                grant.personId(), named(grant.grant().scope(), grant.claims().idToken().keySet()));
    }

    /** For an ID token of a client that registered to be told there what userinfo says, too. */
    public Map<String, Object> forFullIdToken(PersonGrant grant) {
        if (!grant.grant().scope().contains(Scope.OPENID)) {
            return Map.of();
        }
        Set<String> names = named(grant.grant().scope(), grant.claims().idToken().keySet());
        names.addAll(grant.claims().userinfo().keySet());
        return claims.of(grant.personId(), names);
    }

    /**
     * For a userinfo answer: what the scopes open and what the request named.
     *
     * @param scope of the access token, perhaps less than the grant's
     */
    Map<String, Object> forUserinfo(PersonGrant grant, Scope scope) {
        return claims.of(grant.personId(), named(scope, grant.claims().userinfo().keySet()));
    }

    private Set<String> named(Scope scope, Set<String> asked) {
        Set<String> names = new HashSet<>(claims.ofScope(scope));
        names.addAll(asked);
        return names;
    }
}

package guichet.authorization.protocol.identity;

import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.claim.StandardClaims;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Decides what an application is told of the person of a grant. */
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
        return told(grant, Scope.NONE, grant.claims().inIdToken());
    }

    /** For an ID token that comes alone: what the scopes open, too, §5.4. */
    public Map<String, Object> forLoneIdToken(PersonGrant grant) {
        return told(grant, grant.approved().scope(), grant.claims().inIdToken());
    }

    /** For an ID token of a client that registered to be told there what userinfo says, too. */
    public Map<String, Object> forFullIdToken(PersonGrant grant) {
        return told(grant, grant.approved().scope(), grant.claims().anywhere());
    }

    /**
     * For a userinfo answer: what the scopes open and what the request named.
     *
     * @param scope of the access token, perhaps less than the grant's
     */
    public Map<String, Object> forUserinfo(PersonGrant grant, Scope scope) {
        return told(grant, scope, grant.claims().inUserinfo());
    }

    /**
     * For an access token, RFC 9068 §2.2.2: of what userinfo says, what its API wants to read
     * there.
     *
     * @param wanted the names of claims
     */
    public Map<String, Object> forAccessToken(PersonGrant grant, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of(); // as nearly always: spares the look at the person
        }
        var told = new HashMap<>(forUserinfo(grant, grant.grant().scope()));
        told.keySet().retainAll(wanted);
        return told;
    }

    /**
     * Of all that is asked for in an answer, what was approved for the grant: the only way by which
     * anything is told, §3.1.2.4. Without openid nothing is, §3.1.2.1.
     */
    private Map<String, Object> told(PersonGrant grant, Scope scope, Set<StandardClaim> named) {
        if (!grant.approved().scope().contains(Scope.OPENID)) {
            return Map.of();
        }
        Set<StandardClaim> told = new Extent(scope, named).opened();
        told.retainAll(grant.approved().opened());
        return claims.of(grant.grant().personId(), told);
    }
}

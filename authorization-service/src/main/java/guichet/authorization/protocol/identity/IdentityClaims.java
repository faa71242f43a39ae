package guichet.authorization.protocol.identity;

import static java.util.stream.Collectors.toMap;

import guichet.authorization.people.person.Membership;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.claim.StandardClaims;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides what an application is told of the person of a grant. */
@ApplicationScoped
public class IdentityClaims {
    private final StandardClaims claims;
    private final People people;

    IdentityClaims(StandardClaims claims, People people) {
        this.claims = claims;
        this.people = people;
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
     * For an access token, what its API wants to read there: of what userinfo says, RFC 9068
     * §2.2.2, and the roles and groups of the person, §2.2.3.1. These are between the administrator
     * who states them and the one who offers the API: no scope opens them, and nobody is asked.
     *
     * @param scope of the access token, perhaps less than the grant's
     * @param wanted the names of claims
     */
    public Map<String, Object> forAccessToken(
            PersonGrant grant, Scope scope, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of(); // as nearly always: spares the look at the person
        }
        var told = new HashMap<>(forUserinfo(grant, scope));
        told.keySet().retainAll(wanted);
        told.putAll(memberships(grant.grant().personId(), wanted));
        return told;
    }

    private Map<String, List<String>> memberships(UUID personId, Collection<String> wanted) {
        List<Membership> memberships =
                wanted.stream().map(Membership::of).flatMap(Optional::stream).distinct().toList();
        if (memberships.isEmpty()) {
            return Map.of();
        }
        Person person = people.get(personId);
        return memberships.stream()
                .filter(it -> !person.names(it).isEmpty())
                .collect(toMap(Membership::claim, person::names));
    }

    /**
     * Of all that is asked for in an answer, what was approved for the grant: the only way by which
     * anything is told that is the person's to tell, §3.1.2.4. Without openid nothing is, §3.1.2.1.
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

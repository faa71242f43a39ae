package guichet.authorization.protocol.claim;

import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far an application wants to go, or may go: scopes, and single claims beside them, OpenID
 * Connect Core §5.4 and §5.5.
 *
 * @param claims those that none of the scopes opens
 */
public record Extent(Scope scope, Set<StandardClaim> claims) {
    public Extent {
        var single = EnumSet.noneOf(StandardClaim.class);
        single.addAll(claims);
        single.removeAll(StandardClaim.ofScope(scope));
        claims = Collections.unmodifiableSet(single);
    }

    /** Scopes alone. */
    public static Extent of(Scope scope) {
        return new Extent(scope, Set.of());
    }

    /** All claims that the scopes open, and the single ones. */
    public Set<StandardClaim> opened() {
        Set<StandardClaim> opened = StandardClaim.ofScope(scope);
        opened.addAll(claims);
        return opened;
    }

    /** Whether it is for use without the person, too. */
    public boolean isOffline() {
        return scope.contains(Scope.OFFLINE_ACCESS);
    }

    /** Whether who approved this approved all of the other. */
    public boolean covers(Extent other) {
        return scope.containsAll(other.scope) && opened().containsAll(other.claims);
    }

    /** What is left of it for an application that is registered for these scopes. */
    public Extent within(Scope registered) {
        Set<StandardClaim> possible = opened();
        possible.retainAll(StandardClaim.ofScope(registered));
        return new Extent(scope.only(registered::contains), possible);
    }

    /** Both together. */
    public Extent and(Extent other) {
        Set<StandardClaim> both = opened();
        both.addAll(other.claims);
        return new Extent(scope.and(other.scope.tokens()), both);
    }
}

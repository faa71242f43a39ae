package guichet.authorization.protocol.grant;

import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.oauth.Scope;

/**
 * A grant that stands.
 *
 * @param approved how far the person let the client go
 * @param claims what the client wants to know by name
 */
public record PersonGrant(Grant grant, Extent approved, ClaimsRequest claims) {
    /** The same no further than its client is registered, which may be less by now. */
    public PersonGrant within(Scope registered) {
        return new PersonGrant(grant, approved.within(registered), claims);
    }
}

package guichet.token.grant;

import guichet.oauth.Scope;

/** A grant that is kept here and neither expired nor revoked. */
public record LiveGrant(Grant grant, StatusIndex status) {
    /** The same no further than its client is registered, which may be less by now. */
    public LiveGrant within(Scope registered) {
        return new LiveGrant(grant.within(registered), status);
    }

    /** The same with less scope, for one access token. */
    public LiveGrant narrowedTo(Scope less) {
        return new LiveGrant(grant.narrowedTo(less), status);
    }
}

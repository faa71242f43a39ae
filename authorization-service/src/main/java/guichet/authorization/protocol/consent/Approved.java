package guichet.authorization.protocol.consent;

import guichet.authorization.protocol.claim.Extent;

/**
 * What a person has approved for one client, in however many answers. To go on without the person
 * is approved together with something, OpenID Connect Core §11: it does not reach what was approved
 * apart from it.
 *
 * @param offline what of all was approved together with {@code offline_access}
 */
public record Approved(Extent all, Extent offline) {
    /** Whether the person approved all of this, as it is asked for. */
    public boolean covers(Extent asked) {
        return (asked.isOffline() ? offline : all).covers(asked);
    }
}

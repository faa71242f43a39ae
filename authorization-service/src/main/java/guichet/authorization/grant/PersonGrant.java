package guichet.authorization.grant;

import guichet.authorization.claim.ClaimsRequest;
import guichet.authorization.claim.Extent;

/**
 * A grant that stands.
 *
 * @param approved how far the person let the client go
 * @param claims what the client wants to know by name
 */
public record PersonGrant(Grant grant, Extent approved, ClaimsRequest claims) {}

package guichet.authorization.protocol.grant;

import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;

/**
 * A grant that stands.
 *
 * @param approved how far the person let the client go
 * @param claims what the client wants to know by name
 */
public record PersonGrant(Grant grant, Extent approved, ClaimsRequest claims) {}

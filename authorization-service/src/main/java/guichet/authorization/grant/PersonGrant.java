package guichet.authorization.grant;

import guichet.authorization.claim.ClaimsRequest;
import guichet.authorization.claim.Extent;
import java.util.UUID;

/**
 * A grant that stands.
 *
 * @param personId whose it is
 * @param approved how far the person let the client go
 * @param claims what the client wants to know by name
 */
public record PersonGrant(Grant grant, UUID personId, Extent approved, ClaimsRequest claims) {}

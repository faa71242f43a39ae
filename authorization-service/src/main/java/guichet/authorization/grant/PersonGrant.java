package guichet.authorization.grant;

import guichet.authorization.claim.ClaimsRequest;
import java.util.UUID;

/** A grant that stands, with whose it is and what its client wants to know by name. */
public record PersonGrant(Grant grant, UUID personId, ClaimsRequest claims) {}

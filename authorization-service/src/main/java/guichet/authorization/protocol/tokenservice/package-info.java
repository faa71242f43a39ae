/**
 * token-service as authorization-service sees it: it ends what was issued for a grant, signs logout
 * tokens, and reads ID tokens that come back as hints.
 *
 * <p>Owns the caller's side of the contract in {@code docs/internal-api.md}. The end of grants is
 * told by the outbox until token-service has confirmed it. Which grants end, and why, is left to
 * {@code guichet.authorization.protocol.grant}.
 */
@NullMarked
package guichet.authorization.protocol.tokenservice;

import org.jspecify.annotations.NullMarked;

/**
 * token-service as authorization-service sees it: it ends what was issued for a grant, signs logout
 * tokens, and reads ID tokens that come back as hints.
 *
 * <p>Owns the caller's side of the contract in {@code docs/internal-api.md}, and the table {@code
 * grant_end_to_tell}: an outbox, written in the transaction that ends a grant and emptied once
 * token-service has confirmed. Which grants end, and why, is left to {@code
 * guichet.authorization.grant}.
 */
@NullMarked
package guichet.authorization.tokenservice;

import org.jspecify.annotations.NullMarked;

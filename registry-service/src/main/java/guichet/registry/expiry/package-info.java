/**
 * The end of clients that registered themselves and never finished a flow: what nobody uses must
 * not pile up.
 *
 * <p>Whether a client is in use is asked of token-service, which has its grants, and is kept once
 * it is known: a client in use never expires. Deleting is left to {@code
 * guichet.registry.deletion}.
 */
@NullMarked
package guichet.registry.expiry;

import org.jspecify.annotations.NullMarked;

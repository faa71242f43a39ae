/**
 * The end of clients that registered themselves and never finished a flow, or whose last grant is
 * long over: what nobody uses must not pile up.
 *
 * <p>Whether a client is in use is asked of token-service, which has its grants, and when that was
 * last so is kept. Deleting is left to {@code guichet.registry.deletion}.
 */
@NullMarked
package guichet.registry.expiry;

import org.jspecify.annotations.NullMarked;

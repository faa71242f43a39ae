/**
 * The end of public clients that registered and never finished a flow: anybody may register, and
 * what nobody uses must not pile up.
 *
 * <p>Whether a client is in use is asked of token-service, which has its grants, and is kept once
 * it is known: a client in use never expires. Deleting is left to {@code
 * guichet.registry.deletion}.
 */
@NullMarked
package guichet.registry.expiry;

import org.jspecify.annotations.NullMarked;

/**
 * The way of a person through {@code /auth}, {@code /login/choice} and {@code /consent} and back to
 * the application, RFC 6749 §4.1; to sign in or up they leave it with a return ticket.
 *
 * <p>Each endpoint does its own step and then asks {@link
 * guichet.authorization.protocol.flow.NextStep}, which alone knows the order: choose an account,
 * sign in, approve, return with a code.
 */
@NullMarked
package guichet.authorization.protocol.flow;

import org.jspecify.annotations.NullMarked;

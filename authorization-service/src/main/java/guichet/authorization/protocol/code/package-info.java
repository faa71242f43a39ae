/**
 * Authorization codes, RFC 6749 §4.1.2: made for a grant, redeemed once by token-service.
 *
 * <p>Owns the table {@code authorization_code} and the one atomic step that decides who redeems a
 * code, PKCE (RFC 7636) included. The client has been authenticated by token-service before.
 */
@NullMarked
package guichet.authorization.protocol.code;

import org.jspecify.annotations.NullMarked;

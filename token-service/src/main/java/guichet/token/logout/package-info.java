/**
 * Logout tokens, OpenID Connect Back-Channel Logout 1.0 §2.4: a client is told that a session of
 * one of its people is over.
 *
 * <p>authorization-service names client, person and session; the claims are made here, so that its
 * credential gets nothing else signed. Delivery is left to authorization-service.
 */
@NullMarked
package guichet.token.logout;

import org.jspecify.annotations.NullMarked;

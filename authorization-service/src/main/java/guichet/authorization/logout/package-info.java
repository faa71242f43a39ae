/**
 * The end of a session: OpenID Connect RP-Initiated Logout 1.0, with word to every client that the
 * session signed in to, by Back-Channel Logout 1.0 and by Front-Channel Logout 1.0.
 *
 * <p>Owns {@code /logout}, the tables {@code pending_logout} and {@code back_channel_logout} (an
 * outbox, written in the transaction that ends the session) and their delivery. What a session is
 * belongs to {@code guichet.authorization.session}, which also tells when one ends by other means;
 * tokens are signed by token-service.
 */
@NullMarked
package guichet.authorization.logout;

import org.jspecify.annotations.NullMarked;

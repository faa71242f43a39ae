/**
 * The end of a session: OpenID Connect RP-Initiated Logout 1.0, with word to every client that the
 * session signed in to, by Back-Channel Logout 1.0 and by Front-Channel Logout 1.0.
 *
 * <p>Owns {@code /logout}, the table {@code pending_logout}; clients are told by the outbox. What a
 * session is belongs to {@code guichet.authorization.people.session}, which also tells when one
 * ends by other means; tokens are signed by token-service.
 */
@NullMarked
package guichet.authorization.protocol.logout;

import org.jspecify.annotations.NullMarked;

/**
 * The grant: who allowed which client what. Everything that is issued belongs to one and ends with
 * it.
 *
 * <p>Owns the tables {@code token_grant} and {@code grant_revocation}. A person's grant is made by
 * authorization-service; here it is kept as long as a refresh token may ask for it. What is issued
 * for it is left to {@code guichet.token.access} and {@code guichet.token.refresh}.
 */
@NullMarked
package guichet.token.grant;

import org.jspecify.annotations.NullMarked;

/**
 * Tokens that come back: what a string that a client shows is, whose it is and whether it is still
 * good.
 *
 * <p>Revocation and introspection ask here; the token endpoint, which spends refresh tokens, does
 * not.
 */
@NullMarked
package guichet.token.issued;

import org.jspecify.annotations.NullMarked;

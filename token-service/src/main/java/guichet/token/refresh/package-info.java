/**
 * Refresh tokens, RFC 6749 §6: opaque, stored hashed, rotated at each use.
 *
 * <p>A successor is derived from its predecessor, a salt that is kept, and a server key, so a
 * client that repeats its last refresh, because the answer was lost or because two of its processes
 * raced, gets the same successor. Any other use of a spent token is a theft and ends the grant (RFC
 * 9700 §4.14.2). Each names its grant, to us alone, so that one is known as spent without a row:
 * two are kept of a grant.
 */
@NullMarked
package guichet.token.refresh;

import org.jspecify.annotations.NullMarked;

/** Revocation, RFC 7009: a client says that it needs a token no longer. */
@NullMarked
package guichet.token.revocation;

import org.jspecify.annotations.NullMarked;

/**
 * The implicit flow, OpenID Connect Core §3.2: an application is given tokens at once, without a
 * code.
 *
 * <p>Owns the caller's side of that contract in {@code docs/internal-api.md}. The tokens are made
 * by token-service, which alone can sign; who may ask for them, and that tokens never travel in a
 * query, is left to {@code guichet.authorization.protocol.request}.
 */
@NullMarked
package guichet.authorization.protocol.implicit;

import org.jspecify.annotations.NullMarked;

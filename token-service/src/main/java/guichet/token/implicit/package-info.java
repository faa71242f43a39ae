/**
 * The implicit flow, OpenID Connect Core §3.2: tokens that authorization-service sends to an
 * application at once, without a code.
 *
 * <p>authorization-service has the person's permission and says so; whether the client registered
 * for such tokens is looked up here once more. There is never a refresh token. How the answer
 * travels is left to authorization-service.
 */
@NullMarked
package guichet.token.implicit;

import org.jspecify.annotations.NullMarked;

/**
 * What applications are told of a person, OpenID Connect Core §5: by the scopes of a grant and by
 * the claims that its request named, as far as the person approved them.
 *
 * <p>The values belong to {@code guichet.authorization.protocol.claim} and to the account; ID
 * tokens and userinfo answers are made by token-service, which asks here.
 */
@NullMarked
package guichet.authorization.protocol.identity;

import org.jspecify.annotations.NullMarked;

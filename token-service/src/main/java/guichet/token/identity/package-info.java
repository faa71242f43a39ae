/**
 * What clients are told of the person, OpenID Connect Core: ID tokens (§2) and userinfo (§5.3).
 *
 * <p>Which claims a grant opens is decided by authorization-service, which knows the person; here
 * they are put into a signed token or an answer. Reads ID tokens again when they come back as hints
 * (§3.1.2.1).
 */
@NullMarked
package guichet.token.identity;

import org.jspecify.annotations.NullMarked;

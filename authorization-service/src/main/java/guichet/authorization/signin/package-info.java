/**
 * Trying a password: on the sign-in page and, for the password grant, from token-service.
 *
 * <p>Owns the throttle, which counts attempts by username whether or not it is a person's, in the
 * database, so that replicas count together. The password itself is checked in {@code
 * guichet.authorization.person}.
 */
@NullMarked
package guichet.authorization.signin;

import org.jspecify.annotations.NullMarked;

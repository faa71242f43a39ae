/**
 * Signing in: the page {@code /login}, the session that begins there, and trying a password, which
 * the password grant does as well.
 *
 * <p>Owns the throttle, which counts attempts for one person, whether or not there is such a
 * person, in the database, so that replicas count together; those in a browser where the person has
 * signed in before are counted apart. The password itself is checked in {@code
 * guichet.authorization.people.person}.
 */
@NullMarked
package guichet.authorization.people.signin;

import org.jspecify.annotations.NullMarked;

/**
 * People: who they are and how their passwords are kept.
 *
 * <p>Owns the table {@code person} and Argon2id. Nobody outside this package sees a password hash.
 * Whether somebody may try a password at all is decided in {@code
 * guichet.authorization.people.signin}.
 */
@NullMarked
package guichet.authorization.people.person;

import org.jspecify.annotations.NullMarked;

/**
 * What people do with their own account: profile, e-mail address, password, sessions; and how they
 * get in again who forgot the password. {@code guichet.authorization.protocol.permission} adds the
 * page of applications that have their permission.
 *
 * <p>Owns the pages {@code /account}, {@code /password-reset} and {@code /email-verification}. What
 * proves most, password and address, changes only for who gives the present password or has a link
 * that was mailed.
 */
@NullMarked
package guichet.authorization.people.account;

import org.jspecify.annotations.NullMarked;

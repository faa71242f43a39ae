/**
 * How somebody gets an account by themselves, OpenID Initiating User Registration 1.0: the page
 * {@code /signup}, in whose end the waiting request goes on as after signing in.
 *
 * <p>A deployment opens or closes it. That the address is the person's own is proved afterwards, in
 * {@code guichet.authorization.people.account}; where it never is, the account goes ({@link
 * UnprovedAccounts}).
 */
@NullMarked
package guichet.authorization.people.signup;

import org.jspecify.annotations.NullMarked;

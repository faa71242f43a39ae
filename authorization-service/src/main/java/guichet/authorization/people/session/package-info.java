/**
 * Sign-in sessions: a random cookie in the browser, its SHA-256 in the database.
 *
 * <p>Owns the table {@code session} and the cookies: the session's, the one by which a browser is
 * known before anybody has signed in, to which forms and pending requests are bound, and the one
 * that proves who has signed in there before. A form that the browser was given is a {@link
 * guichet.authorization.people.session.PostedForm}; nothing else is.
 */
@NullMarked
package guichet.authorization.people.session;

import org.jspecify.annotations.NullMarked;

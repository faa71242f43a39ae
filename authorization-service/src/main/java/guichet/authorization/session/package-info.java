/**
 * Sign-in sessions: a random cookie in the browser, its SHA-256 in the database.
 *
 * <p>Owns the table {@code session} and both cookies: the session's, and the one by which a browser
 * is known before anybody has signed in, to which forms and pending requests are bound. A form that
 * the browser was given is a {@link guichet.authorization.session.PostedForm}; nothing else is.
 */
@NullMarked
package guichet.authorization.session;

import org.jspecify.annotations.NullMarked;

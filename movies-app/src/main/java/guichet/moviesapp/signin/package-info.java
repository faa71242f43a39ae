/**
 * Signing in and out, as far as the application has a part in it: which addresses begin and end it,
 * who is signed in, and what people see when it does not work. The protocol is left to {@code
 * quarkus-oidc} and its settings.
 */
@NullMarked
package guichet.moviesapp.signin;

import org.jspecify.annotations.NullMarked;

/**
 * A person's own list, shown and changed through the API with the access token of the person's
 * sign-in. Getting that token is left to the OpenID Connect client of the framework.
 */
@NullMarked
package guichet.moviesapp.myfilms;

import org.jspecify.annotations.NullMarked;

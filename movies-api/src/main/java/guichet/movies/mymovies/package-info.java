/** A person's own list of films, opened by tokens with which an application acts as that person. */
@NullMarked
package guichet.movies.mymovies;

import org.jspecify.annotations.NullMarked;

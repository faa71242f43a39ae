/** The public catalogue: real films, loaded by a migration, to search and to page through. */
@NullMarked
package guichet.movies.film;

import org.jspecify.annotations.NullMarked;

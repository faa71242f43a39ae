/** The catalogue of films, as the API tells it to everybody. */
@NullMarked
package guichet.moviesapp.film;

import org.jspecify.annotations.NullMarked;

/** Counts over all lists, fetched by the application as itself, with client credentials. */
@NullMarked
package guichet.moviesapp.statistics;

import org.jspecify.annotations.NullMarked;

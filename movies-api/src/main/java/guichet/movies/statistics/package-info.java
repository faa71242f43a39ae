/** Counts over all lists, without any person in them, for applications that act as themselves. */
@NullMarked
package guichet.movies.statistics;

import org.jspecify.annotations.NullMarked;

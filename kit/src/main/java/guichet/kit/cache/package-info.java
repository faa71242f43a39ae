/**
 * Caches that strangers fill, bounded by what they take of the memory that belongs to all.
 *
 * <p>How much an entry weighs is told here and nowhere else. What is kept, and for how long it is
 * good, is told by those that keep it.
 */
@NullMarked
package guichet.kit.cache;

import org.jspecify.annotations.NullMarked;

/**
 * The machine: what it is, what it can do at most, and what of it processes take. Reads Linux'
 * {@code /proc}.
 */
@NullMarked
package guichet.bench.machine;

import org.jspecify.annotations.NullMarked;

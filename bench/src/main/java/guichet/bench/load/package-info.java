/**
 * Load: what is sent again and again, by wrk, and what came of it. Closed loops: each connection
 * sends its next request when it has the answer to the last one.
 */
@NullMarked
package guichet.bench.load;

import org.jspecify.annotations.NullMarked;

/**
 * Measuring: every workload in turn, in several rounds, with what it costs beside how fast it is.
 */
@NullMarked
package guichet.bench.round;

import org.jspecify.annotations.NullMarked;

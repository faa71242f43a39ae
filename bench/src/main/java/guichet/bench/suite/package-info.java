/** Guichet itself, in the settings of production, and what is measured of it alone. */
@NullMarked
package guichet.bench.suite;

import org.jspecify.annotations.NullMarked;

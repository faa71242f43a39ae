/** What a measurement is like: the same for all that are measured in it. */
@NullMarked
package guichet.bench.plan;

import org.jspecify.annotations.NullMarked;

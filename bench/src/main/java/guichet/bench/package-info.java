/** The command {@code bench}: measures Guichet. */
@NullMarked
package guichet.bench;

import org.jspecify.annotations.NullMarked;

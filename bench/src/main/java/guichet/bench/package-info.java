/** The command {@code bench}: measures Guichet, alone or beside others. */
@NullMarked
package guichet.bench;

import org.jspecify.annotations.NullMarked;

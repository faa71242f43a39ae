/** The commands {@code up} and {@code demo} of the script {@code guichet}. */
@NullMarked
package guichet.local;

import org.jspecify.annotations.NullMarked;

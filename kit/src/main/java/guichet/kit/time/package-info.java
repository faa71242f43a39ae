/** The clock that everything which asks for the time is given, so that tests can set it. */
@NullMarked
package guichet.kit.time;

import org.jspecify.annotations.NullMarked;

/**
 * What neighbours answer to what is asked of them: which of it is a refusal and which a failure.
 * Where they are, and how they know each other, is of {@code guichet.kit.internal}.
 */
@NullMarked
package guichet.kit.neighbour;

import org.jspecify.annotations.NullMarked;

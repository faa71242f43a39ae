/**
 * The audit log, category {@code guichet.audit}: what was done, told when it is committed.
 *
 * <p>What is worth a line, and in which words, is left to who does it.
 */
@NullMarked
package guichet.kit.audit;

import org.jspecify.annotations.NullMarked;

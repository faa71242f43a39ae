/**
 * The commands for a stack that runs at another terminal: {@code ./guichet status}, {@code stop},
 * {@code start}, {@code logs} and {@code down}.
 *
 * <p>They know it by the files of its data, and do nothing to its processes but what the launcher
 * can see.
 */
@NullMarked
package guichet.local.control;

import org.jspecify.annotations.NullMarked;

/** The linter at the command line: {@code ./guichet lint client.json}. */
@NullMarked
package guichet.local.lint;

import org.jspecify.annotations.NullMarked;

/** The linter at the command line: {@code ./guichet lint client.json}. */
@NullMarked
package guichet.lint.command;

import org.jspecify.annotations.NullMarked;

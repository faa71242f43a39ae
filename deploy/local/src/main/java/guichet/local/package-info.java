/**
 * The commands of the script {@code guichet}, read by picocli: a class each, with their words in
 * annotations. Those of an administrator, the demo and the linter have packages of their own.
 */
@NullMarked
package guichet.local;

import org.jspecify.annotations.NullMarked;

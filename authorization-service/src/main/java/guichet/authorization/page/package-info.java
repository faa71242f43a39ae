/**
 * The pages that people see: Qute templates without any script, and the headers that protect them.
 */
@NullMarked
package guichet.authorization.page;

import org.jspecify.annotations.NullMarked;

/** What must not come back to life with a database that was restored. */
@NullMarked
package guichet.authorization.restoration;

import org.jspecify.annotations.NullMarked;

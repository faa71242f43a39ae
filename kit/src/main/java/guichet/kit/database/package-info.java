/** The settings of a service's own database, without which it does not start. */
@NullMarked
package guichet.kit.database;

import org.jspecify.annotations.NullMarked;

/**
 * A service's own database: the settings without which it does not start, how SQL is prepared for
 * it, and how what has expired is deleted from it. Which rows expire, and when, is left to the
 * owner of the table.
 */
@NullMarked
package guichet.kit.database;

import org.jspecify.annotations.NullMarked;

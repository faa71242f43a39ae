/**
 * The log that people read: what is of others stands in it without what a terminal would obey. The
 * log as JSON, of the profile {@code prod}, escapes by itself; events are {@code kit.audit}'s.
 */
@NullMarked
package guichet.kit.log;

import org.jspecify.annotations.NullMarked;

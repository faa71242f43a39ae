/**
 * Values that are stored as JSON: requests that wait, and what applications want to know.
 *
 * <p>Nothing is queried inside them; what a query needs is a column of its own.
 */
@NullMarked
package guichet.authorization.protocol.json;

import org.jspecify.annotations.NullMarked;

/**
 * What administrators do here, below {@code /admin}: opened by access tokens of our own with a
 * scope of administration, which only a client that the settings declare can have.
 *
 * <p>They are checked with the library {@code resource-server}, as in the other services; the keys
 * and the grants that it asks for are this service's own. What is done to the keys is decided in
 * {@code guichet.token.key}.
 */
@NullMarked
package guichet.token.administration;

import org.jspecify.annotations.NullMarked;

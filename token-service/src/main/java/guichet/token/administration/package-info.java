/**
 * What administrators do here, below {@code /admin}: opened by access tokens of our own with a
 * scope of administration, which only a client that the settings declare can have.
 *
 * <p>The services that are no issuers check such tokens with the library {@code resource-server};
 * this one has the keys and the grants themselves. What is done to the keys is decided in {@code
 * guichet.token.key}.
 */
@NullMarked
package guichet.token.administration;

import org.jspecify.annotations.NullMarked;

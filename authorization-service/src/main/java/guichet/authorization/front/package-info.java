/**
 * The first page of the issuer: what this is, and where everything else begins.
 *
 * <p>People get a page, programs the same addresses as JSON. What the metadata say, RFC 8414, is
 * left to token-service, and every page that the first one leads to to its own package.
 */
@NullMarked
package guichet.authorization.front;

import org.jspecify.annotations.NullMarked;

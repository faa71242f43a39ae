/**
 * The words that OpenID Connect adds, as values: what may be asked for and what is told of a
 * person. What authorization-service does about them is its own; what the metadata says of them is
 * token-service's.
 */
@NullMarked
package guichet.oauth.openid;

import org.jspecify.annotations.NullMarked;

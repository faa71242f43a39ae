/**
 * Offline validation of our access tokens for any Quarkus API: put {@link
 * guichet.resource.RequiresScope} on an endpoint and inject {@link
 * guichet.resource.CurrentAccessToken}.
 *
 * <p>Follows RFC 9068 §4 (what a token must be) and RFC 6750 §3 (how a refusal reads). Owns the
 * copy of the issuer's published keys, which is renewed all the time and kept when the issuer is
 * away. Nobody is asked about a token.
 */
@NullMarked
package guichet.resource;

import org.jspecify.annotations.NullMarked;

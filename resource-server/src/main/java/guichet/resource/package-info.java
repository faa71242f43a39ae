/**
 * Offline validation of our access tokens for any Quarkus API: put {@link
 * guichet.resource.RequiresScope}, or a rule of Quarkus Security, on an endpoint and inject {@link
 * guichet.resource.CurrentAccessToken}, or a {@code JsonWebToken}.
 *
 * <p>Follows RFC 9068 §4 (what a token must be) and RFC 6750 §3 (how a refusal reads). Owns the
 * copy of the issuer's published keys, which is renewed all the time and kept when the issuer is
 * away, and what Quarkus Security knows of a token. Nobody is asked about a token; when one is
 * looked for is left to Quarkus.
 */
@NullMarked
package guichet.resource;

import org.jspecify.annotations.NullMarked;

/**
 * Client authentication, RFC 6749 §2.3 and §3.2.1, in one place for every endpoint.
 *
 * <p>Owns the tables {@code used_assertion} and {@code ended_secret}. Only this package can make an
 * {@link AuthenticatedClient}; whoever has one need not ask again. Clients are looked up in the
 * registry. An unknown client and a wrong secret cost the same work and get the same answer.
 */
@NullMarked
package guichet.token.client;

import org.jspecify.annotations.NullMarked;

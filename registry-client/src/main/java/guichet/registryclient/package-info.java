/**
 * What the registry knows, as its two callers see it: clients, resources and scopes.
 *
 * <p>Owns the caller's side of the registry's internal API (see {@code docs/internal-api.md}) and a
 * small cache: an answer serves for ten seconds, and for ten minutes more while the registry is
 * away. What a client may do with it is decided by the services.
 */
@NullMarked
package guichet.registryclient;

import org.jspecify.annotations.NullMarked;

/**
 * token-service as the registry sees it: it ends what was issued for a client, knows which clients
 * have a grant, and makes the keys that clients registered for.
 *
 * <p>Owns the caller's side of the contract in {@code docs/internal-api.md}. What is told, and when
 * again, is left to the packages that have something to tell.
 */
@NullMarked
package guichet.registry.tokenservice;

import org.jspecify.annotations.NullMarked;

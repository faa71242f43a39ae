/**
 * authorization-service as token-service sees it: it redeems codes and verifies passwords, and each
 * success is a grant.
 *
 * <p>Owns the caller's side of the contract in {@code docs/internal-api.md}. Neither call is
 * repeated by itself: a code is spent by its first attempt, a password attempt counts.
 */
@NullMarked
package guichet.token.authorization;

import org.jspecify.annotations.NullMarked;

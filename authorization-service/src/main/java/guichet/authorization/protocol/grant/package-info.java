/**
 * Grants: this person allows this client these scopes. Each authorization makes one of its own;
 * what token-service issues belongs to it and ends with it.
 *
 * <p>Owns the tables {@code authorization_grant} and {@code grant_end}, and the view over them,
 * {@code ended_grant}. token-service is told of each end, and decides by itself. How many grants
 * there may be, and when one is deleted, is decided here ({@link ExpiredGrants}).
 */
@NullMarked
package guichet.authorization.protocol.grant;

import org.jspecify.annotations.NullMarked;

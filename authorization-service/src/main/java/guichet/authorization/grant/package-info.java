/**
 * Grants: this person allows this client these scopes. Each authorization makes one of its own;
 * what token-service issues belongs to it and ends with it.
 */
@NullMarked
package guichet.authorization.grant;

import org.jspecify.annotations.NullMarked;

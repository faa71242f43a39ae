/**
 * The end of a client: its rows go, and token-service is told until it has confirmed, by the
 * outbox, so that what was issued for the client ends everywhere.
 */
@NullMarked
package guichet.registry.deletion;

import org.jspecify.annotations.NullMarked;

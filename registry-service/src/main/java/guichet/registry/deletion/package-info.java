/**
 * The end of a client: its rows go, and token-service is told until it has confirmed, so that what
 * was issued for the client ends everywhere.
 *
 * <p>Owns the table {@code deletion_to_tell}, an outbox written in the deletion's own transaction.
 */
@NullMarked
package guichet.registry.deletion;

import org.jspecify.annotations.NullMarked;

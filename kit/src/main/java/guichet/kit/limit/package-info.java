/**
 * How often one client may ask, RFC 6585 §4: token buckets in the memory of each replica, for each
 * network from which requests come, as the gateway tells it, or for whatever else a key names.
 *
 * <p>What is limited and by how much is left to the services; {@code docs/security.md} has the
 * table.
 */
@NullMarked
package guichet.kit.limit;

import org.jspecify.annotations.NullMarked;

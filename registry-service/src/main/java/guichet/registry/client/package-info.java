/**
 * The applications that registered, and what the other services may know of them.
 *
 * <p>Some register themselves, others are declared by the settings. Owns the tables {@code client}
 * and {@code client_secret} and the internal look-up by {@code client_id}. Secrets are kept as
 * SHA-256 and leave the service as such. Whether a registration is acceptable is decided in {@code
 * guichet.registry.registration}.
 */
@NullMarked
package guichet.registry.client;

import org.jspecify.annotations.NullMarked;

/**
 * The one origin before the services: routes by path, and never to {@code /internal/}. Compose and
 * Kubernetes have the same table in their own gateways.
 */
@NullMarked
package guichet.local.gateway;

import org.jspecify.annotations.NullMarked;

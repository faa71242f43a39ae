/**
 * How administrators change what the registry keeps: who does it, which version they saw (RFC 9110
 * §13.1.1), whether by force, and whether at all.
 *
 * <p>Owns the parameters and headers that all changes have, and where OpenAPI describes them. What
 * is changed is left to the packages that keep it.
 */
@NullMarked
package guichet.registry.change;

import org.jspecify.annotations.NullMarked;

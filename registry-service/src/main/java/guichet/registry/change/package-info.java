/**
 * How administrators change what the registry keeps: which version they saw (RFC 9110 §13.1.1),
 * whether by force, and whether at all.
 */
@NullMarked
package guichet.registry.change;

import org.jspecify.annotations.NullMarked;

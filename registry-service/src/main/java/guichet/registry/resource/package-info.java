/**
 * The APIs on offer, their scopes, and who may have each.
 *
 * <p>Owns the tables {@code resource} and {@code resource_scope}, filled by migrations, and tells
 * the other services of them. Their words are those of the approval page.
 */
@NullMarked
package guichet.registry.resource;

import org.jspecify.annotations.NullMarked;

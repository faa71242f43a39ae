/**
 * The APIs on offer, their scopes, and who may have each, {@code docs/resources.md}.
 *
 * <p>Owns the tables {@code resource} and {@code resource_scope}: what the settings declare and
 * what administrators make at {@code /admin/resources}, by the same rules; and tells the other
 * services of them. Their words are those of the approval page. Which applications have a scope is
 * known in {@code guichet.registry.client}; that the grants end with a scope is left to
 * token-service.
 */
@NullMarked
package guichet.registry.resource;

import org.jspecify.annotations.NullMarked;

/**
 * Initial access tokens, RFC 7591 §3, that an administrator makes and takes back.
 *
 * <p>Owns the table {@code initial_access_token}, where their SHA-256 are kept, and the endpoint
 * {@code /admin/initial-access-tokens}, opened by our own access tokens. That one is needed at all
 * is decided in {@code guichet.registry.registration}.
 */
@NullMarked
package guichet.registry.initialaccesstoken;

import org.jspecify.annotations.NullMarked;

/**
 * The pages behind {@code error_uri}, RFC 6749 §5.2: what each {@link guichet.oauth.Reason} means,
 * its usual cause and the fix.
 *
 * <p>They are the documentation's own, {@code docs/errors}, packed into the service when it is
 * built. This service shows them for all, since it is the one with pages; refusing is left to
 * whoever refuses.
 */
@NullMarked
package guichet.authorization.explanation;

import org.jspecify.annotations.NullMarked;

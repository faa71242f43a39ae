/** Secrets that come from settings, and what is derived from them. */
@NullMarked
package guichet.kit.secret;

import org.jspecify.annotations.NullMarked;

/**
 * People who open, in a browser, what is meant for programs: the addresses of endpoints, and those
 * at which nothing is.
 *
 * <p>Programs get JSON, RFC 6749 §5.2; people get the same words as a page, RFC 9110 §12.1. The
 * pages that people are meant to open are left to the service that shows them.
 */
@NullMarked
package guichet.kit.browser;

import org.jspecify.annotations.NullMarked;

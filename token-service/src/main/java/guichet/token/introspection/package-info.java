/**
 * Introspection, RFC 7662: for APIs that would rather ask than validate offline, and for the client
 * that holds a token. Answered plainly or signed, RFC 9701.
 */
@NullMarked
package guichet.token.introspection;

import org.jspecify.annotations.NullMarked;

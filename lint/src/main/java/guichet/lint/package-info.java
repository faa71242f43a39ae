/**
 * Advice on a client's registration: what can be registered and had better not be, by the rules of
 * RFC 9700 and RFC 8252. What cannot be registered at all is refused by the registry.
 */
@NullMarked
package guichet.lint;

import org.jspecify.annotations.NullMarked;

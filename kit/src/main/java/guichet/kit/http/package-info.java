/**
 * What HTTP asks of a server before any endpoint is concerned, and what every service does alike.
 *
 * <p>The framework's own answers to such things have no words, or are no answers: they are given
 * here, for all services, as the JSON of RFC 6749 §5.2. What an endpoint says itself is left to it.
 */
@NullMarked
package guichet.kit.http;

import org.jspecify.annotations.NullMarked;

/**
 * By which algorithms clients have their tokens and answers signed. token-service is told as soon
 * as somebody registers for one, so that its keys are published before they are needed; it owns the
 * keys, and makes those itself of which it was not told.
 */
@NullMarked
package guichet.registry.signing;

import org.jspecify.annotations.NullMarked;

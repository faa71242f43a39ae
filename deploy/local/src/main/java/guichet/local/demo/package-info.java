/**
 * Walks the flows of the slides against a running stack, as an application and a browser would, and
 * prints every message with secrets shortened.
 */
@NullMarked
package guichet.local.demo;

import org.jspecify.annotations.NullMarked;

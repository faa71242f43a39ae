/**
 * Turns every failure into one JSON error, RFC 6749 §5.2.
 *
 * <p>A refusal answers with its code and description; its cause goes to the log. What nobody
 * foresaw is logged in full and answered as {@code server_error}, never as a stack trace. Pages for
 * people are left to the service that shows them.
 */
@NullMarked
package guichet.kit.error;

import org.jspecify.annotations.NullMarked;

/**
 * Which request, over all services, something belongs to: W3C Trace Context.
 *
 * <p>The first service that a request reaches takes the trace that its caller names, or begins one;
 * calls between services hand it on, and every log line has it, under the names that OpenTelemetry
 * gives them. No spans are recorded and nothing is exported, docs/decisions/0015.
 */
@NullMarked
package guichet.kit.trace;

import org.jspecify.annotations.NullMarked;

package guichet.kit.trace;

import java.util.Optional;
import org.jboss.logging.MDC;

/**
 * The trace of whatever is being done: in the log's own context, which Quarkus keeps for each
 * request on whatever thread it is served.
 */
public final class Trace {
    /** As OpenTelemetry names them in logs. */
    private static final String TRACE_ID = "trace_id";

    private static final String SPAN_ID = "span_id";
    private static final String FLAGS = "trace_flags";

    private Trace() {}

    /** The name of the present trace; none for what no request has asked for. */
    public static Optional<String> id() {
        return find(TRACE_ID);
    }

    /** The present trace, for a call that belongs to it. */
    static Optional<TraceParent> current() {
        return id().flatMap(trace ->
                find(SPAN_ID)
                        .flatMap(span ->
                                find(FLAGS).map(flags -> new TraceParent(trace, span, flags))));
    }

    private static Optional<String> find(String key) {
        return Optional.ofNullable(MDC.get(key)).map(Object::toString);
    }

    /** From here on, this is what the request belongs to. */
    static void enter(TraceParent trace) {
        MDC.put(TRACE_ID, trace.traceId());
        MDC.put(SPAN_ID, trace.spanId());
        MDC.put(FLAGS, trace.flags());
    }
}

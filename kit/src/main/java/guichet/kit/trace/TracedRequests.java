package guichet.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Every request belongs to the trace that its caller names, or to one of its own. */
@Singleton
class TracedRequests {
    /** Before anything is done, and may be logged. */
    private static final int PRIORITY = 500;

    void register(@Observes Filters filters) {
        filters.register(TracedRequests::trace, PRIORITY);
    }

    private static void trace(RoutingContext request) {
        var headers = request.request().headers().getAll(TraceParent.HEADER);
        Trace.enter(TraceParent.read(headers).map(TraceParent::next).orElseGet(TraceParent::begin));
        request.next();
    }
}

package guichet.kit.trace;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Hands the trace on to the neighbours; what is called outside of the suite is not told. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
class TracedCalls implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext call) {
        Trace.current()
                .ifPresent(it -> call.getHeaders().putSingle(TraceParent.HEADER, it.toString()));
    }
}

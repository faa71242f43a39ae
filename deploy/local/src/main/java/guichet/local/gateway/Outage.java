package guichet.local.gateway;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;

/** Answers for a service that does not; the library's own answer would be a 502 without a word. */
record Outage(URI issuer) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(_ -> Future.succeededFuture(answer(context)));
    }

    private ProxyResponse answer(ProxyContext context) {
        return Refusal.away(context.request().proxiedRequest(), issuer)
                .inPlaceOf(context.request().release().response());
    }
}

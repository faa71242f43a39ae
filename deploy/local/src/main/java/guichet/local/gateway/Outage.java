package guichet.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;

/** Answers for a service that does not; the library's own answer would be a 502 without a word. */
final class Outage implements ProxyInterceptor {
    private final URI issuer;

    Outage(URI issuer) {
        this.issuer = issuer;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(_ -> Future.succeededFuture(answer(context)));
    }

    private ProxyResponse answer(ProxyContext context) {
        return context.request()
                .release()
                .response()
                .setStatusCode(503)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(Buffer.buffer(Refusal.away(issuer))));
    }
}

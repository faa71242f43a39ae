package guichet.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
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
        var refusal = Refusal.away(context.request().proxiedRequest(), issuer);
        ProxyResponse answer =
                context.request()
                        .release()
                        .response()
                        .setStatusCode(refusal.status())
                        .setBody(Body.body(Buffer.buffer(refusal.body())));
        answer.headers().addAll(refusal.headers());
        return answer;
    }
}

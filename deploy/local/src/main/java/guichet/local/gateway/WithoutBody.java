package guichet.local.gateway;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Keeps answers without a body as they are, RFC 9112 §6.3: the library would frame a body of
 * unknown length as {@code chunked}, and send one.
 */
final class WithoutBody implements ProxyInterceptor {
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        if (answer.getStatusCode() == 204 || answer.getStatusCode() == 304) {
            answer.getBody().stream().resume(); // to its end, so that the connection is free again
            answer.setBody(null);
        }
        return context.sendResponse();
    }
}

package guichet.local.gateway;

import guichet.oauth.http.HttpFault;
import guichet.oauth.http.HttpLimits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;

/**
 * Reads a body to its end before a service hears of the request: whoever takes long to send one
 * holds none of the service's connections, of which there are not that many.
 *
 * @param patience until which a body has to be there
 */
record WholeBody(Vertx vertx, URI issuer, Duration patience) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return context.sendRequest();
        }
        Promise<Buffer> whole = read(request);
        long deadline = vertx.setTimer(patience.toMillis(), _ -> whole.tryFail(new Unread(408)));
        return whole.future()
                .onComplete(_ -> vertx.cancelTimer(deadline))
                .map(body -> context.request().setBody(Body.body(body)))
                .transform(read ->
                        read.succeeded()
                                ? context.sendRequest()
                                : Future.succeededFuture(refusal(context, read.cause())));
    }

    private static Promise<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > HttpLimits.BODY) {
                whole.tryFail(new Unread(413));
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(_ -> whole.tryComplete(body)).exceptionHandler(whole::tryFail);
        request.resume();
        return whole;
    }

    /** What still comes is thrown away for a while, for the answer to be read, RFC 9112 §9.6. */
    private ProxyResponse refusal(ProxyContext context, Throwable cause) {
        HttpServerRequest request = context.request().proxiedRequest();
        RequestChecks.linger(request, vertx);
        int status = cause instanceof Unread unread ? unread.status : 400;
        return Refusal.of(HttpFault.of(status), issuer)
                .inPlaceOf(context.request().response())
                .putHeader(HttpHeaders.CONNECTION, "close");
    }

    /** Why a body was not read to its end, as a status of HTTP. */
    private static final class Unread extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        Unread(int status) {
            super("refused by " + status, null, false, false);
            this.status = status;
        }
    }
}

package guichet.local.gateway;

import guichet.oauth.http.HttpFault;
import guichet.oauth.http.RequestHead;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;

/** Holds requests to HTTP's own rules before they go anywhere, as the services do. */
record RequestChecks(Vertx vertx, URI issuer) {
    /** How long the rest of a body is read and thrown away after the answer, RFC 9112 §9.6. */
    private static final long LINGERING_MILLIS = 5_000;

    /** The same where nobody knows how much that is. */
    private static final long UNREADABLE_MILLIS = 500;

    /** Hands a good request on, and answers any other. */
    void pass(HttpServerRequest request, Handler<HttpServerRequest> onward) {
        new RequestHead(
                        request.version() == HttpVersion.HTTP_1_0,
                        request.uri(),
                        request.headers()::getAll)
                .fault()
                .ifPresentOrElse(fault -> refuse(request, fault), () -> onward.handle(request));
    }

    /** Whoever sends on is to read the answer: a connection that is shut under it loses it. */
    static void linger(HttpServerRequest request, Vertx vertx) {
        request.handler(_ -> {}).endHandler(_ -> request.connection().close());
        vertx.setTimer(LINGERING_MILLIS, _ -> request.connection().close());
    }

    /** A request that could not be read at all. */
    void refuseUnreadable(HttpServerRequest request) {
        int status =
                switch (request.decoderResult().cause()) {
                    case TooLongHttpLineException _ -> 414;
                    case TooLongHttpHeaderException _ -> 431;
                    default -> 400;
                };
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        vertx.setTimer(UNREADABLE_MILLIS, _ -> request.connection().close());
        refuse(request, HttpFault.of(status));
    }

    /** Answers in words. */
    void refuse(HttpServerRequest request, HttpFault fault) {
        if (fault.status() == 413) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            linger(request, vertx);
        }
        var refusal = Refusal.of(fault, issuer);
        request.response().setStatusCode(refusal.status()).headers().addAll(refusal.headers());
        request.response().end(refusal.body());
    }
}

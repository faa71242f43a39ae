package guichet.local.gateway;

import guichet.oauth.http.HttpFault;
import guichet.oauth.http.HttpLimits;
import guichet.oauth.http.RequestHead;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.Optional;

/** Holds requests to HTTP's own rules before they go anywhere, as the services do. */
record RequestChecks(Vertx vertx, URI issuer) {
    /** How long the rest of a body is read and thrown away after the answer, RFC 9112 §9.6. */
    private static final long LINGERING_MILLIS = 5_000;

    /** The same where nobody knows how much that is. */
    private static final long UNREADABLE_MILLIS = 500;

    /** Hands a good request on, and answers any other. */
    void pass(HttpServerRequest request, Handler<HttpServerRequest> onward) {
        Optional<HttpFault> fault = fault(request);
        if (fault.isPresent()) {
            refuse(request, fault.get());
        } else if (isTooLarge(request)) {
            refuseTooLarge(request);
        } else {
            onward.handle(request);
        }
    }

    private static Optional<HttpFault> fault(HttpServerRequest request) {
        return new RequestHead(
                        request.version() == HttpVersion.HTTP_1_0,
                        request.uri(),
                        request.headers()::getAll)
                .fault();
    }

    private static boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > HttpLimits.BODY;
    }

    private void refuseTooLarge(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        linger(request, vertx);
        refuse(request, HttpFault.of(413));
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
        var refusal = Refusal.of(fault, issuer);
        request.response().setStatusCode(refusal.status()).headers().addAll(refusal.headers());
        request.response().end(refusal.body());
    }
}

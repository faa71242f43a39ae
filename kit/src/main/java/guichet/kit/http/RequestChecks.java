package guichet.kit.http;

import static io.vertx.core.http.HttpHeaders.CONNECTION;
import static io.vertx.core.http.HttpHeaders.TRANSFER_ENCODING;

import guichet.kit.error.PlainRefusal;
import guichet.oauth.http.HttpFault;
import guichet.oauth.http.HttpLimits;
import guichet.oauth.http.RequestHead;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** Holds every request to HTTP's own rules, and refuses in our words what breaks them. */
@Singleton
class RequestChecks {
    /** After the headers for browsers of other origins, before the server looks at the length. */
    private static final int PRIORITY = 100;

    /** Before what the framework says to a failure. */
    private static final int FIRST = -1_000;

    /** How long the rest of a body is read and thrown away after the answer, RFC 9112 §9.6. */
    private static final Duration LINGERING = Duration.ofSeconds(5);

    private final PlainRefusal refusal;

    RequestChecks(PlainRefusal refusal) {
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    /** What the router refuses itself, without a word. */
    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::refuseFailed);
        IntStream.of(400, 404, 405)
                .forEach(status -> router.errorHandler(status, request -> refuse(request, status)));
    }

    private void refuseFailed(RoutingContext failed) {
        if (failed.statusCode() >= 400 && failed.statusCode() < 500) {
            refuse(failed, failed.statusCode());
        } else {
            failed.next();
        }
    }

    private void refuse(RoutingContext context, int status) {
        HttpServerRequest request = context.request();
        if (!request.response().ended()) {
            refusal.answer(request, fault(request).orElseGet(() -> HttpFault.of(status)));
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<HttpFault> fault = fault(request);
        if (fault.isPresent()) {
            refuse(context, fault.get());
        } else if (request.headers().contains(TRANSFER_ENCODING)) {
            readWhole(context);
        } else {
            context.next();
        }
    }

    private static Optional<HttpFault> fault(HttpServerRequest request) {
        return new RequestHead(
                        request.version() == HttpVersion.HTTP_1_0,
                        request.uri(),
                        request.headers()::getAll)
                .fault();
    }

    /**
     * A body of unknown length is read before anybody acts on a part of it: the framework would
     * notice in the middle of its work that it is too large, and shut the connection.
     */
    private void readWhole(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.appendBuffer(part).length() > HttpLimits.BODY) {
                refuse(context, HttpFault.of(413));
            }
        });
        request.endHandler(_ -> {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void refuse(RoutingContext context, HttpFault fault) {
        if (fault.status() == 413) {
            linger(context.request(), context.vertx());
        }
        refusal.answer(context.request(), fault);
    }

    /** Whoever sends on is to read the answer: a connection that is shut under it loses it. */
    private static void linger(HttpServerRequest request, Vertx vertx) {
        request.response().putHeader(CONNECTION, "close");
        request.handler(_ -> {}).endHandler(_ -> request.connection().close()).resume();
        vertx.setTimer(LINGERING.toMillis(), _ -> request.connection().close());
    }
}

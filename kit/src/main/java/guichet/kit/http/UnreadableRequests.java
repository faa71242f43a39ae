package guichet.kit.http;

import static io.vertx.core.http.HttpHeaders.CONNECTION;

import guichet.kit.error.PlainRefusal;
import guichet.oauth.HttpAddress;
import guichet.oauth.http.HttpFault;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words why a request cannot be read at all: its address is too long or is none, its
 * headers are too large, or it is no HTTP.
 *
 * <p>Vert.x has a handler for that, which Quarkus sets on no server and lets nobody set. A tracer
 * is what Vert.x tells of such a request before it chooses who answers it.
 */
@Singleton
class UnreadableRequests implements VertxOptionsCustomizer, VertxTracer<Void, Void> {
    private static final Duration LINGERING = Duration.ofMillis(500);

    private final PlainRefusal refusal;

    UnreadableRequests(PlainRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    @SuppressWarnings("deprecation") // its successor is on Vert.x' builder, which Quarkus keeps
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(_ -> this));
    }

    @Override
    public <R> @Nullable Void receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Map.Entry<String, String>> headers,
            TagExtractor<R> tags) {
        if (request instanceof HttpServerRequest http
                && http.connection() instanceof HttpServerConnection connection
                && !isReadable(http)) {
            Handler<HttpServerRequest> refusal = it -> refuse(it, context.owner());
            connection.handler(refusal).invalidRequestHandler(refusal);
        }
        return null;
    }

    private static boolean isReadable(HttpServerRequest request) {
        return request.decoderResult().isSuccess() && isAddress(request.uri());
    }

    /** As Quarkus checks it, which then answers without a word. */
    private static boolean isAddress(String target) {
        return HttpAddress.uri(target).isPresent();
    }

    /**
     * Nothing more can come by this connection: nobody knows where the next request begins. What is
     * on its way is thrown away for a moment, since a connection that is shut under it loses the
     * answer, RFC 9112 §9.6.
     */
    private void refuse(HttpServerRequest request, Vertx vertx) {
        request.response().putHeader(CONNECTION, "close");
        refusal.answer(request, HttpFault.of(status(request.decoderResult().cause())));
        vertx.setTimer(LINGERING.toMillis(), _ -> request.connection().close());
    }

    private static int status(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> 414;
            case TooLongHttpHeaderException _ -> 431;
            case null, default -> 400;
        };
    }
}

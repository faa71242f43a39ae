package guichet.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A reverse proxy on loopback. */
public final class Gateway implements AutoCloseable {
    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto");

    private final Vertx vertx = Vertx.vertx();
    private final Map<Route, HttpProxy> proxies = new EnumMap<>(Route.class);
    private final URI issuer;

    private Gateway(URI issuer, Map<Route, Integer> ports) {
        this.issuer = issuer;
        var client = vertx.createHttpClient();
        ports.forEach((route, port) ->
                proxies.put(
                        route,
                        HttpProxy.reverseProxy(client)
                                .origin(port, "127.0.0.1")
                                .addInterceptor(new ForwardingHeaders())));
    }

    /**
     * Starts one.
     *
     * @param ports the services' ports on loopback
     */
    public static Gateway start(int port, URI issuer, Map<Route, Integer> ports) {
        var gateway = new Gateway(issuer, ports);
        await(
                gateway.vertx
                        .createHttpServer(
                                new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                        .requestHandler(gateway::route)
                        .listen());
        return gateway;
    }

    private void route(HttpServerRequest request) {
        Optional<HttpProxy> proxy =
                Optional.ofNullable(request.path()).flatMap(Route::of).map(proxies::get);
        if (proxy.isPresent()) {
            proxy.get().handle(request);
        } else {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/json")
                    .end(
                            "{\"error\":\"invalid_request\",\"error_description\":\"there is nothing"
                                    + " at this address\"}");
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> void await(Future<T> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway failed: " + e.getMessage(), e);
        }
    }

    /** Says who called and by which address; what the caller said of that is not believed. */
    private final class ForwardingHeaders implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            MultiMap headers = context.request().headers();
            FORWARDING.forEach(headers::remove);
            headers.set(
                    "X-Forwarded-For",
                    context.request().proxiedRequest().remoteAddress().hostAddress());
            headers.set("X-Forwarded-Host", issuer.getAuthority());
            headers.set("X-Forwarded-Proto", issuer.getScheme());
            return context.sendRequest();
        }
    }
}

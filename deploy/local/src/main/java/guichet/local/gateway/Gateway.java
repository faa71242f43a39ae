package guichet.local.gateway;

import guichet.local.terminal.Failure;
import guichet.oauth.http.HttpFault;
import guichet.oauth.http.HttpLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A reverse proxy on loopback. */
public final class Gateway implements AutoCloseable {
    /** Answers may be larger than requests: a redirect repeats a long {@code state}. */
    private static final HttpClientOptions CLIENT =
            new HttpClientOptions()
                    .setConnectTimeout(2_000)
                    .setIdleTimeout(50)
                    .setKeepAliveTimeout(30)
                    .setMaxHeaderSize(2 * HttpLimits.HEADERS);

    /** As many as there are answers that a service takes long to give, and then some. */
    private static final PoolOptions CONNECTIONS =
            new PoolOptions().setHttp1MaxSize(1_000).setMaxWaitQueueSize(1_000);

    /**
     * What the services take, RFC 9110 §4.1, and how long a connection may be silent. Without
     * HTTP/2, whose bodies of unknown length the proxy could not pass on.
     */
    private static final HttpServerOptions SERVER =
            new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setMaxInitialLineLength(HttpLimits.REQUEST_LINE)
                    .setMaxHeaderSize(HttpLimits.HEADERS)
                    .setHttp2ClearTextEnabled(false)
                    .setHandle100ContinueAutomatically(true)
                    .setIdleTimeout(50);

    /** Some for everybody, and none for who takes more than anybody needs. */
    private static final int MOST_CONNECTIONS = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** An upgraded connection would pass the interceptors by; no service of ours has any. */
    private static final ProxyOptions PROXY = new ProxyOptions().setSupportWebSocket(false);

    private final Vertx vertx = Vertx.vertx();
    private final RequestChecks checks;
    private final Map<Route, HttpProxy> proxies = new EnumMap<>(Route.class);

    private Gateway(URI issuer, Map<Route, Integer> ports, Duration patience) {
        this.checks = new RequestChecks(vertx, issuer);
        var client = vertx.createHttpClient(CLIENT, CONNECTIONS);
        ports.forEach((route, port) ->
                proxies.put(
                        route,
                        HttpProxy.reverseProxy(PROXY, client)
                                .origin(port, "127.0.0.1")
                                .addInterceptor(new Outage(issuer))
                                .addInterceptor(new WholeBody(vertx, issuer, patience))
                                .addInterceptor(new WithoutBody())
                                .addInterceptor(new ForwardingHeaders(issuer))));
    }

    /**
     * Starts one.
     *
     * @param ports the services' ports on loopback
     */
    public static Gateway start(int port, URI issuer, Map<Route, Integer> ports) {
        return start(port, issuer, ports, PATIENCE);
    }

    /** Starts one that waits for bodies so long. */
    static Gateway start(int port, URI issuer, Map<Route, Integer> ports, Duration patience) {
        var gateway = new Gateway(issuer, ports, patience);
        try {
            gateway.listen(port);
            return gateway;
        } catch (RuntimeException failure) {
            gateway.close();
            throw failure;
        }
    }

    private void listen(int port) {
        await(
                vertx.createHttpServer(new HttpServerOptions(SERVER).setPort(port))
                        .connectionHandler(new ConnectionLimit(MOST_CONNECTIONS))
                        .requestHandler(request -> checks.pass(request, this::route))
                        .invalidRequestHandler(checks::refuseUnreadable)
                        .listen());
    }

    private void route(HttpServerRequest request) {
        Optional<HttpProxy> proxy =
                Optional.ofNullable(request.path()).flatMap(Route::of).map(proxies::get);
        if (proxy.isPresent()) {
            proxy.get().handle(request);
        } else {
            checks.refuse(request, HttpFault.of(404));
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
            throw new Failure("the gateway failed: " + e.getMessage(), e);
        }
    }
}

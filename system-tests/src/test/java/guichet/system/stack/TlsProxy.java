package guichet.system.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.concurrent.TimeUnit;

/** Ends TLS in front of the gateway, as the proxy of a deployment does. */
final class TlsProxy implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();

    private TlsProxy() {}

    /**
     * Starts one.
     *
     * @param gateway the port to which it passes everything on
     */
    static TlsProxy start(int port, TestAuthority authority, int gateway) {
        var proxy = new TlsProxy();
        var options =
                new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setSsl(true)
                        .setUseAlpn(false)
                        .setKeyCertOptions(authority.serverKey());
        var target =
                HttpProxy.reverseProxy(proxy.vertx.createHttpClient()).origin(gateway, "127.0.0.1");
        await(proxy.vertx.createHttpServer(options).requestHandler(target).listen());
        return proxy;
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the TLS proxy failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}

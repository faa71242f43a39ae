package guichet.registry.tokenservice;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;

/** Stands for token-service, with a certificate, and does whatever it is asked. */
final class TlsNeighbour implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();

    private TlsNeighbour() {}

    /**
     * Starts one.
     *
     * @param certificate the folder of its certificate and key
     */
    static TlsNeighbour with(Path certificate, int port) throws Exception {
        var neighbour = new TlsNeighbour();
        var options =
                new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PemKeyCertOptions()
                                        .setCertPath(certificate.resolve("tls.crt").toString())
                                        .setKeyPath(certificate.resolve("tls.key").toString()));
        neighbour
                .vertx
                .createHttpServer(options)
                .requestHandler(request -> request.response().setStatusCode(204).end())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return neighbour;
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }
}

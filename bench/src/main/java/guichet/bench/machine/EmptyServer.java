package guichet.bench.machine;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;

/** Answers 200 and nothing else, on the event loops that Quarkus stands on. */
record EmptyServer(Vertx vertx, HttpServer server) implements AutoCloseable {
    static EmptyServer start() {
        var vertx = Vertx.vertx();
        var server =
                vertx.createHttpServer()
                        .requestHandler(request -> request.response().end())
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        return new EmptyServer(vertx, server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.actualPort()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

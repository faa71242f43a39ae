package guichet.system.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes each request on to the next of several replicas, as a cluster's service does. */
public final class RoundRobin implements AutoCloseable {
    /** Those that each connection has of its own. */
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<URI> replicas;
    private final HttpServer server;

    private RoundRobin(List<URI> replicas, HttpServer server) {
        this.replicas = replicas;
        this.server = server;
    }

    /** Starts it on a port of loopback. */
    public static RoundRobin on(int port, List<URI> replicas) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var roundRobin = new RoundRobin(replicas, HttpServer.create(address, 0));
        roundRobin.server.createContext("/", roundRobin::pass);
        roundRobin.server.setExecutor(roundRobin.threads);
        roundRobin.server.start();
        return roundRobin;
    }

    private void pass(HttpExchange exchange) throws IOException {
        URI replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
        var request =
                HttpRequest.newBuilder(URI.create(replica + exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        try (exchange) {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        http.close();
    }
}

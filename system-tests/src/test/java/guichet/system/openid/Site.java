package guichet.system.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A relying party's own server, over https on loopback: publishes documents, takes callbacks. */
final class Site implements AutoCloseable {
    private static final Document THANKS = new Document("text/html", "<h1>Thank you</h1>");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Supplier<Document>> documents = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Arrival>> arrivals = new ConcurrentHashMap<>();
    private final HttpsServer server;

    Site(SSLContext certificate) {
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private record Document(String type, String body) {}

    URI address(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    /** Publishes a document, asked for anew at each request. */
    void publishes(String path, String type, Supplier<String> body) {
        documents.put(path, () -> new Document(type, body.get()));
    }

    /** The next request to this address, for which the test waits. */
    Arrival awaits(String path) {
        try {
            Arrival arrival = at(path).poll(10, TimeUnit.SECONDS);
            if (arrival == null) {
                throw new AssertionError("nothing arrived at " + path);
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next request to this address, if there was one already. */
    Optional<Arrival> arrived(String path) {
        return Optional.ofNullable(at(path).poll());
    }

    private BlockingQueue<Arrival> at(String path) {
        return arrivals.computeIfAbsent(path, _ -> new LinkedBlockingQueue<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String form =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            String query = asked.getRawQuery();
            at(asked.getPath())
                    .add(
                            new Arrival(
                                    exchange.getRequestMethod(),
                                    type == null ? "" : type,
                                    Arrival.decoded(query == null ? "" : query),
                                    Arrival.decoded(form)));
            Document document = documents.getOrDefault(asked.getPath(), () -> THANKS).get();
            byte[] body = document.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", document.type());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}

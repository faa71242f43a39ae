package guichet.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A service behind the gateway that says its name and keeps what it was asked. */
final class Neighbour implements AutoCloseable {
    private final HttpServer server;
    private final String name;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /**
     * What arrived, header names in lower case.
     *
     * @param connection its port at the caller's
     */
    record Request(
            String method,
            String address,
            Map<String, String> headers,
            String body,
            int connection) {}

    private Neighbour(HttpServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static Neighbour named(String name) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var neighbour = new Neighbour(HttpServer.create(address, 0), name);
        neighbour.server.createContext("/", neighbour::answer);
        neighbour.server.start();
        return neighbour;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers =
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.getKey().toLowerCase(Locale.ROOT),
                                        each -> String.join(", ", each.getValue())));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        body,
                        exchange.getRemoteAddress().getPort()));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.getResponseHeaders().add("Set-Cookie", "a=1");
        exchange.getResponseHeaders().add("Set-Cookie", "b=2");
        exchange.sendResponseHeaders(303, name.length());
        exchange.getResponseBody().write(name.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    Request lastRequest() {
        return requests.getLast();
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package guichet.local.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An issuer that answers as ours does; it knows nothing whose name is {@code unknown}. */
final class Issuer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> calls = new ArrayList<>();
    private final Function<String, String> answers;

    /** One that answers calls to a resource, each written as method, address and body. */
    Issuer(String path, Function<String, String> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", it -> answer(it, 200, "{\"access_token\": \"the-token\"}"));
        server.createContext(path, this::answer);
        server.start();
    }

    /** With which an administrator finds it. */
    Map<String, String> environment() {
        return Map.of(
                "GUICHET_ISSUER",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "GUICHET_ADMINISTRATOR_SECRET",
                "the-secret");
    }

    List<String> calls() {
        return calls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String call = "%s %s %s".formatted(exchange.getRequestMethod(), address, body).strip();
        calls.add(call);
        if (address.contains("/unknown")) {
            answer(exchange, 404, "{\"error_description\": \"there is nothing at this address\"}");
        } else {
            answer(exchange, 200, answers.apply(call));
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

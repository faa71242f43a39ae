package guichet.authorization.protocol.logout;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that hears of sign-outs, over real HTTP; it can be down, and come back. */
final class Receiver implements AutoCloseable {
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final int port;
    private HttpServer server;
    private volatile int status = 200;

    Receiver() {
        server = listening(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listening(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer listening = HttpServer.create(address, 0);
            listening.createContext(
                    "/logout",
                    exchange -> {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        bodies.add(new String(body, StandardCharsets.UTF_8));
                        types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
                        exchange.sendResponseHeaders(status, -1);
                        exchange.close();
                    });
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:%d/logout".formatted(port);
    }

    /** The logout tokens that it was sent, decoded. */
    List<String> tokens() {
        return bodies.stream()
                .map(body -> body.substring("logout_token=".length()))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .toList();
    }

    List<String> contentTypes() {
        return types;
    }

    void answers(int other) {
        status = other;
    }

    void goesDown() {
        server.stop(0);
    }

    void comesBack() {
        server = listening(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

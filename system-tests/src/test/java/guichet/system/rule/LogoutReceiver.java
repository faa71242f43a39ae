package guichet.system.rule;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's back channel on loopback: it can be down, fail, and be well again. */
final class LogoutReceiver implements AutoCloseable {
    private static final String FIELD = "logout_token=";

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final int port;
    private HttpServer server;
    private volatile int status = 200;

    LogoutReceiver() throws IOException {
        server = listening(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listening(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer listening = HttpServer.create(address, 0);
        listening.createContext("/", this::take);
        listening.start();
        return listening;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        if (status == 200) {
            taken.add(URLDecoder.decode(body.substring(FIELD.length()), StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:%d/logout".formatted(port);
    }

    /** The logout tokens that it took and confirmed. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** From now on nobody listens, or who listens answers 503. */
    void isUnwell(Ailment ailment) {
        switch (ailment) {
            case DOWN -> server.stop(0);
            case FAILING -> status = 503;
        }
    }

    void isWellAgain(Ailment ailment) throws IOException {
        switch (ailment) {
            case DOWN -> server = listening(port);
            case FAILING -> status = 200;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What can be wrong with it. */
    enum Ailment {
        DOWN,
        FAILING
    }
}

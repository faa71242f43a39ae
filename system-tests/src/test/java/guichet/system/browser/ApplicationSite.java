package guichet.system.browser;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guichet.system.actor.Application;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An application's own server on loopback, to which people come back. */
final class ApplicationSite implements AutoCloseable {
    private static final byte[] PAGE =
            "<!DOCTYPE html><title>Shop</title><link rel=icon href=data:,><h1>Welcome back</h1>"
                    .getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<String>> visits = new ConcurrentHashMap<>();
    private final HttpServer server;

    ApplicationSite() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(loopback, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** An address of it. */
    URI at(String path) {
        return at("127.0.0.1", path);
    }

    /** The same by another name, which is another origin. */
    URI atLocalhost(String path) {
        return at("localhost", path);
    }

    private URI at(String host, String path) {
        return URI.create("http://%s:%d%s".formatted(host, server.getAddress().getPort(), path));
    }

    /** Where people come back to from signing in. */
    URI callback() {
        return at("/cb");
    }

    /** Where people come back to from signing out. */
    URI farewell() {
        return at("/bye");
    }

    /** Sends on everybody who comes to this address of it. */
    void sendsOn(URI from, URI destination) {
        answers.put(from.getPath(), new SendsOn(destination));
    }

    /** Leaves everybody who comes to this address where they are. */
    void showsNothingAt(URI address) {
        answers.put(address.getPath(), new NoContent());
    }

    /** Registers it under this name, with more metadata of RFC 7591 §2. */
    Client registeredAs(String name, Suite stack, String... more) {
        String further = more.length == 0 ? "" : ", " + String.join(", ", more);
        Application application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "%s", "redirect_uris": ["%s"],
                                 "post_logout_redirect_uris": ["%s"]%s}\
                                """
                                        .formatted(name, callback(), farewell(), further));
        return new Client(stack, application, callback());
    }

    /** How often somebody came to this address. */
    int visits(URI address) {
        return visits(address.getPath()).size();
    }

    /** The parameters with which somebody comes to this address, for which the test waits. */
    String awaitsVisit(URI address) throws InterruptedException {
        String query = visits(address.getPath()).poll(10, TimeUnit.SECONDS);
        return requireNonNull(query, "nobody came to " + address);
    }

    private BlockingQueue<String> visits(String path) {
        return visits.computeIfAbsent(path, _ -> new LinkedBlockingQueue<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            URI asked = exchange.getRequestURI();
            visits(asked.getPath()).add(requireNonNullElse(asked.getQuery(), ""));
            answers.getOrDefault(asked.getPath(), new ShowsPage()).to(exchange);
        }
    }

    private sealed interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private record ShowsPage() implements Answer {
        @Override
        public void to(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
        }
    }

    private record SendsOn(URI destination) implements Answer {
        @Override
        public void to(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Location", destination.toString());
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private record NoContent() implements Answer {
        @Override
        public void to(HttpExchange exchange) throws IOException {
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}

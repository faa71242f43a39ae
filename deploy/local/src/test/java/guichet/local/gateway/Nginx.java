package guichet.local.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The nginx of this machine with compose's configuration, before services on loopback. */
final class Nginx implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Path CONFIGURATION = Path.of("../../deploy/compose/nginx.conf");

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param folder for what it writes
     * @param services the ports that stand for those of the configuration
     */
    static Nginx start(Path folder, Map<Route, Integer> services)
            throws IOException, InterruptedException {
        int port = freePort();
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, services));
        var nginx = new Nginx(program(folder, "-g", "daemon off;").start(), port);
        nginx.awaitListening(folder);
        return nginx;
    }

    private static ProcessBuilder program(Path folder, String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                PROGRAM.toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                folder.resolve("nginx.conf").toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
    }

    /** As it is shipped, but for where it listens and who is behind it: names need Docker. */
    private static String configuration(Path folder, int port, Map<Route, Integer> services)
            throws IOException {
        String shipped =
                Files.readString(CONFIGURATION)
                        .replace("listen 8080;", "listen 127.0.0.1:%d;".formatted(port))
                        .replace(
                                "registry-service.front:8181 resolve",
                                local(services, Route.REGISTRY))
                        .replace(
                                "authorization-service.front:8182 resolve",
                                local(services, Route.AUTHORIZATION))
                        .replace("token-service.front:8183 resolve", local(services, Route.TOKEN));
        return """
        pid nginx.pid;
        error_log stderr;
        events {}
        http {
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            %s
        }
        """
                .formatted(shipped);
    }

    private static String local(Map<Route, Integer> services, Route route) {
        return "127.0.0.1:" + services.get(route);
    }

    private void awaitListening(Path folder) throws IOException, InterruptedException {
        while (!isListening()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "nginx ended: " + Files.readString(folder.resolve("output")));
            }
        }
    }

    private boolean isListening() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Sends a request to this target as it stands, and reads the whole answer. */
    String get(String target) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET %s HTTP/1.1\r\nHost: login.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(target).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

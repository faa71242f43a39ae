package guichet.local.gateway;

import guichet.local.terminal.Failure;
import guichet.local.terminal.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The nginx of this machine with compose's configuration, before services on loopback: what is
 * shipped is tried, and measured, by it.
 */
public final class Nginx implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param root the checkout
     * @param folder for what it writes
     * @param workers how many processes do its work: connections to services are kept by each
     * @param services the ports that stand for those of the configuration
     * @throws Failure if there is none on this machine, or it does not start
     */
    public static Nginx start(Path root, Path folder, int workers, Map<Route, Integer> services) {
        if (!isInstalled()) {
            throw new Failure(
                    "nginx is needed at %s: apt-get install nginx-light".formatted(PROGRAM));
        }
        try {
            int port = FreePorts.find(1).getFirst();
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("nginx.conf"), configuration(root, port, workers, services));
            var nginx = new Nginx(program(folder).start(), port);
            nginx.awaitListening(folder);
            return nginx;
        } catch (IOException e) {
            throw new Failure("nginx does not start: " + e.getMessage(), e);
        }
    }

    /** Whether it is where Debian has it. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    private static ProcessBuilder program(Path folder) {
        return new ProcessBuilder(
                        PROGRAM.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toAbsolutePath().toString(),
                        "-g",
                        "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
    }

    /** As it is shipped, but for where it listens and who is behind it: names need Docker. */
    private static String configuration(
            Path root, int port, int workers, Map<Route, Integer> services) throws IOException {
        String shipped =
                Files.readString(root.resolve("deploy/compose/nginx.conf"))
                        .replace("listen 8080;", "listen 127.0.0.1:%d;".formatted(port))
                        .replace(
                                "registry-service.front:8181 resolve",
                                local(services, Route.REGISTRY))
                        .replace(
                                "authorization-service.front:8182 resolve",
                                local(services, Route.AUTHORIZATION))
                        .replace("token-service.front:8183 resolve", local(services, Route.TOKEN));
        return around(shipped, workers);
    }

    /** As the image has it around the configuration, and folders that any user may write to. */
    private static String around(String shipped, int workers) {
        return """
        pid nginx.pid;
        worker_processes %d;
        error_log stderr;
        events {
            worker_connections 1024;
        }
        http {
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            %s
        }
        """
                .formatted(workers, shipped);
    }

    private static String local(Map<Route, Integer> services, Route route) {
        return "127.0.0.1:" + services.get(route);
    }

    private void awaitListening(Path folder) throws IOException {
        while (!isListening()) {
            if (hasEnded()) {
                throw new Failure("nginx ended: " + Files.readString(folder.resolve("output")));
            }
        }
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private boolean isListening() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Where it listens, on loopback. */
    public int port() {
        return port;
    }

    /** Its own process, whose children do the work. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}

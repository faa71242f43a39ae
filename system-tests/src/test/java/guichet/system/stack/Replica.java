package guichet.system.stack;

import guichet.local.stack.Health;
import guichet.local.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One more process of a service, beside the one of the stack. */
public final class Replica implements AutoCloseable {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Duration START = Duration.ofMinutes(1);

    private final Process process;
    private final URI address;
    private final Health health;

    private Replica(Process process, int port, int management) {
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.health = Health.at(management);
    }

    /** Starts it with these settings, its ports excepted; it may not be ready yet. */
    public static Replica start(
            Service service, Map<String, String> settings, int port, int management)
            throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_SSL_PORT", "0"); // its neighbours call the other
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        ROOT.resolve(service.module())
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("GUICHET_"));
        builder.environment().putAll(environment);
        Path log = ROOT.resolve("system-tests/target/replica-%d.log".formatted(port));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Replica(builder.start(), port, management);
    }

    /** Waits until it says that it is ready. */
    public Replica awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!health.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the replica does not start: see system-tests/target");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return this;
    }

    /** Where it is called. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

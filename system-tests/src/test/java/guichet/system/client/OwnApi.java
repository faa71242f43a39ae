package guichet.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An API of somebody's own, from the folder {@code examples}, as a process. */
final class OwnApi implements AutoCloseable {
    private static final Path EXAMPLES = Path.of("").toAbsolutePath().resolveSibling("examples");
    private static final Duration START = Duration.ofMinutes(1);

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private OwnApi(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The one with {@code resource-server}, which is built before. */
    static OwnApi quarkus(URI issuer, int port) throws Exception {
        String jar = EXAMPLES.resolve("quarkus-api/target/quarkus-app/quarkus-run.jar").toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(
                List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar),
                Map.of(
                        "GUICHET_ISSUER",
                        issuer.toString(),
                        "GUICHET_RESOURCE_IDENTIFIER",
                        "http://localhost:" + port,
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port)),
                Path.of("."),
                port);
    }

    /** The one in plain Node, installed with npm. */
    static OwnApi node(URI issuer, int port) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/node-api"));
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "server.js")) {
            Files.copy(
                    EXAMPLES.resolve("node-api").resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm =
                new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        npm.getOutputStream().close();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new AssertionError("npm ci failed:\n" + said);
        }
        return start(
                List.of("node", "server.js"),
                Map.of(
                        "ISSUER", issuer.toString(),
                        "IDENTIFIER", "http://localhost:" + port,
                        "PORT", Integer.toString(port)),
                folder,
                port);
    }

    private static OwnApi start(
            List<String> command, Map<String, String> environment, Path folder, int port)
            throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GUICHET_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/own-api-%d.log".formatted(port)).toFile());
        var api = new OwnApi(builder.start(), URI.create("http://127.0.0.1:" + port));
        api.awaitReady();
        return api;
    }

    /** Until it refuses who has no token; the keys may come a moment later. */
    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("an API does not start: see system-tests/target");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/seats", "").statusCode() == 401;
        } catch (IOException _) {
            return false;
        }
    }

    /** What it answers who sends this token, or none when it is empty. */
    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(5));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        http.close();
    }
}

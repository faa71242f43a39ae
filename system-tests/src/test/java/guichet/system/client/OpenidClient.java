package guichet.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.system.stack.RunningStack.Suite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The certified client {@code openid-client}, installed with npm and run with Node as a process.
 */
final class OpenidClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCE = Path.of("src/test/openid-client");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", ".npmrc", "client.js");

    private final Path folder;

    private OpenidClient(Path folder) {
        this.folder = folder;
    }

    /** Installs exactly what the lock file names. */
    static OpenidClient install() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/openid-client"));
        for (String file : FILES) {
            Files.copy(
                    SOURCE.resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var client = new OpenidClient(folder);
        Process npm =
                client.start(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        npm.getOutputStream().close();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new AssertionError("npm ci failed:\n" + said);
        }
        return client;
    }

    /**
     * Runs a scenario of {@code client.js}.
     *
     * @param browser opens the address that it is given and answers where it left the issuer
     * @return its last line
     */
    JsonNode plays(String scenario, Suite stack, UnaryOperator<URI> browser)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        "node",
                        "client.js",
                        scenario,
                        stack.issuer().toString(),
                        stack.stack().api().toString());
        Process process = start(command);
        try (BufferedReader output = process.inputReader();
                Writer input = process.outputWriter()) {
            return converse(output, input, browser);
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static JsonNode converse(
            BufferedReader output, Writer input, UnaryOperator<URI> browser) throws IOException {
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            JsonNode message = message(line);
            if (message.has("result") || message.has("refused")) {
                return message;
            }
            if (message.has("open")) {
                input.write(browser.apply(URI.create(message.get("open").asText())) + "\n");
                input.flush();
            } else {
                said.append(line).append('\n');
            }
        }
        throw new AssertionError("the client ended without a result:\n" + said);
    }

    private static JsonNode message(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException _) {
            return JSON.missingNode(); // what Node itself says
        }
    }

    private Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the tests with openid-client need %s of Node.js 20 or newer"
                            .formatted(command.getFirst()),
                    e);
        }
    }
}

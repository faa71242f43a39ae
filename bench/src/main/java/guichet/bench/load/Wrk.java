package guichet.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Sends loads by <a href="https://github.com/wg/wrk">wrk</a>, which has nothing to compile first
 * and takes little of the processors it shares with what it measures.
 *
 * @param folder for its scripts
 */
public record Wrk(Path folder) {
    static final int THREADS = 2;
    private static final Path PROGRAM = Path.of("/usr/bin/wrk");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Makes sure that there is one. */
    public Wrk {
        if (!Files.isExecutable(PROGRAM)) {
            throw Failure.ofUsage(
                    "wrk is needed at %s: apt-get install wrk, or build it from https://github.com/wg/wrk"
                            .formatted(PROGRAM));
        }
    }

    /** Sends it for so long. */
    public Answers send(Load load, int connections, Duration duration) {
        Path script = folder.resolve("load.lua");
        try {
            Files.createDirectories(folder);
            Files.writeString(script, load.script() + resource("summary.lua"));
            var process =
                    new ProcessBuilder(command(load, script, connections, duration))
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.onExit().join();
            return answers(said);
        } catch (IOException e) {
            throw new Failure("wrk does not run: " + e.getMessage(), e);
        }
    }

    private static List<String> command(
            Load load, Path script, int connections, Duration duration) {
        return List.of(
                PROGRAM.toString(),
                "--threads",
                Integer.toString(THREADS),
                "--connections",
                Integer.toString(connections),
                "--duration",
                duration.toSeconds() + "s",
                "--timeout",
                "10s",
                "--script",
                script.toString(),
                load.address().toString());
    }

    private static Answers answers(String said) throws IOException {
        String summary =
                said.lines()
                        .filter(line -> line.startsWith("{\"requests\""))
                        .findFirst()
                        .orElseThrow(() -> new Failure("wrk says: " + said.strip()));
        return JSON.readValue(summary, Answers.class);
    }

    /** A script of those beside this class. */
    static String resource(String name) {
        try (var text = Wrk.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

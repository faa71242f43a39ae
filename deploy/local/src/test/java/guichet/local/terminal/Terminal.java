package guichet.local.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import guichet.local.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs commands as {@code ./guichet} does, and keeps what they say. */
public final class Terminal {
    private final List<String> command;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Of one command, whose name need not be repeated, or of all. */
    public Terminal(String... command) {
        this.command = List.of(command);
    }

    /** Where there is no checkout; answers the exit status. */
    public int run(Map<String, String> environment, String... words) {
        return run(environment, Path.of("nowhere"), words);
    }

    /** In a checkout. */
    public int run(Map<String, String> environment, Path root, String... words) {
        return Main.run(
                Stream.concat(command.stream(), Stream.of(words)).toList(),
                environment,
                root,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    public String out() {
        return out.toString(UTF_8);
    }

    public String err() {
        return err.toString(UTF_8);
    }
}

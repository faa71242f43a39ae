package guichet.system.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that tests need to be well. */
final class Command {
    private Command() {}

    /** Runs it in a folder and waits for its end. */
    static void run(Path folder, List<String> line) throws IOException, InterruptedException {
        int status =
                new ProcessBuilder(line).directory(folder.toFile()).inheritIO().start().waitFor();
        if (status != 0) {
            throw new AssertionError("%s ended with %d".formatted(line, status));
        }
    }

    /** The same as root, by {@code sudo} without a password where we are somebody else. */
    static void asRoot(String... line) throws IOException, InterruptedException {
        Stream<String> first = isRoot() ? Stream.empty() : Stream.of("sudo", "--non-interactive");
        run(Path.of("").toAbsolutePath(), Stream.concat(first, Stream.of(line)).toList());
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}

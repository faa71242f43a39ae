package guichet.bench;

import guichet.local.terminal.Failure;
import java.nio.file.Path;
import picocli.CommandLine;

/** Where the script {@code guichet} enters for its command {@code bench}. */
public final class Main {
    private Main() {}

    /** Measures in the checkout that {@code guichet.root} names. */
    public static void main(String[] words) {
        Path root = Path.of(System.getProperty("guichet.root", "")).toAbsolutePath();
        System.exit(
                new CommandLine(new BenchCommand(root))
                        .setUsageHelpWidth(100)
                        .setExecutionExceptionHandler(Main::tell)
                        .execute(words));
    }

    private static int tell(Exception fault, CommandLine command, CommandLine.ParseResult words)
            throws Exception {
        if (!(fault instanceof Failure failure)) {
            throw fault;
        }
        command.getErr().printf("./guichet bench: %s%n", failure.getMessage());
        return failure.status();
    }
}

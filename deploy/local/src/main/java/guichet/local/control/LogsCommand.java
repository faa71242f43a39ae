package guichet.local.control;

import guichet.local.stack.Service;
import guichet.local.terminal.Failure;
import guichet.local.terminal.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code logs}: the files of the services, by the system's {@code tail}. */
@Command(name = "logs", description = "Show the end of what the services have logged.")
final class LogsCommand implements Callable<Integer> {
    private final Control control;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as they write, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "LINES",
            description = "How many of each; ${DEFAULT-VALUE} unless said.")
    private int lines = 20;

    @Parameters(
            paramLabel = "SERVICE",
            arity = "0..1",
            description = "One of ${COMPLETION-CANDIDATES}; all unless said.",
            converter = Control.Services.class,
            completionCandidates = Control.Services.class)
    private @Nullable Service service;

    LogsCommand(Control control) {
        this.control = control;
    }

    @Override
    public Integer call() {
        if (lines < 0) {
            throw Failure.ofUsage("--lines is " + lines + ": say how many, 0 or more");
        }
        List<Path> files =
                (service == null ? Stream.of(Service.values()) : Stream.of(service))
                        .map(it -> it.log(control.data()))
                        .filter(Files::exists)
                        .toList();
        if (files.isEmpty()) {
            throw new Failure("there are no logs yet: ./guichet up starts a stack");
        }
        return tail(files);
    }

    private int tail(List<Path> files) {
        var line = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            line.add("-F"); // also when the file is another one after --fresh
        }
        files.forEach(file -> line.add(file.toString()));
        return Program.run(line);
    }
}

package guichet.local;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code help}: the option {@code --help} of the command that follows. */
@Command(name = "help", description = "Show how a command is used.")
final class HelpCommand implements Callable<Integer> {
    private final CommandLine commands;

    @Parameters(paramLabel = "COMMAND", description = "As in ./guichet help keys rotate.")
    private List<String> words = List.of();

    HelpCommand(CommandLine commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        return commands.execute(
                Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new));
    }
}

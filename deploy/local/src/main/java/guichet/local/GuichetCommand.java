package guichet.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import guichet.local.terminal.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands have in common, and those that the script of a checkout does. */
@Command(
        name = "./guichet",
        description = "Starts Guichet on this machine, shows what it does, and administers it.",
        synopsisSubcommandLabel = "COMMAND",
        addMethodSubcommands = false, // they come last
        footer = "%n./guichet COMMAND --help says more.")
final class GuichetCommand {
    private final Path root;

    @Spec private CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    GuichetCommand(Path root) {
        this.root = root;
    }

    @Command(description = "Build what is missing or older than its sources.")
    int build() {
        return script("build", List.of());
    }

    @Command(
            description = {
                "Put the library that validates tokens into the local Maven repository.",
                "It prints the dependency to write then: docs/protect-your-api.md."
            })
    int install(
            @Parameters(
                            paramLabel = "WORD",
                            description = "For Maven, as in ./guichet install --offline.")
                    @Nullable List<String> words) {
        return script("install", Objects.requireNonNullElse(words, List.of()));
    }

    @Command(description = "Run all tests, as CI does.")
    int test(
            @Parameters(
                            paramLabel = "WORD",
                            description = "For Maven, as in ./guichet test -pl token-service -am.")
                    @Nullable List<String> words) {
        return script("test", Objects.requireNonNullElse(words, List.of()));
    }

    @Command(description = "Look for what breaks the readers of what strangers send.")
    int fuzz(
            @Parameters(
                            paramLabel = "MINUTES",
                            arity = "0..1",
                            description = "For each reader; 1 unless named.")
                    @Nullable Integer minutes) {
        return script("fuzz", Stream.ofNullable(minutes).map(String::valueOf).toList());
    }

    @Command(description = "Measure how fast it is, in the settings of production.")
    int bench(
            @Parameters(paramLabel = "OPTION", description = "./guichet bench --help names them.")
                    @Nullable List<String> words) {
        return script("bench", Objects.requireNonNullElse(words, List.of()));
    }

    @Command(
            description = {
                "Print the script by which bash and zsh complete these commands, for",
                "  source <(./guichet completion)"
            })
    void completion() {
        command.commandLine().getOut().println(AutoComplete.bash("guichet", command.commandLine()));
    }

    @Command(description = "Show the version of Guichet, and of the Java that runs it.")
    void version() throws IOException {
        try (var text = GuichetCommand.class.getResourceAsStream("version")) {
            command.commandLine()
                    .getOut()
                    .printf(
                            "Guichet %s%nJava %s%n",
                            new String(text.readAllBytes(), UTF_8).strip(), Runtime.version());
        }
    }

    /** The option {@code --help} of the command that follows. */
    @Command(description = "Show how a command is used.")
    int help(
            @Parameters(paramLabel = "COMMAND", description = "As in ./guichet help keys rotate.")
                    @Nullable List<String> words) {
        var line = new ArrayList<>(Objects.requireNonNullElse(words, List.of()));
        line.add("--help");
        return command.commandLine().execute(line.toArray(String[]::new));
    }

    /** Runs it at this terminal; it knows Maven. */
    private int script(String name, List<String> words) {
        String script = root.resolve("guichet").toString();
        return Program.run(Stream.concat(Stream.of(script, name), words.stream()).toList());
    }
}

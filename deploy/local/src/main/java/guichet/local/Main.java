package guichet.local;

import guichet.local.administration.Administration;
import guichet.local.control.Control;
import guichet.local.demo.DemoCommand;
import guichet.local.lint.LintCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the script {@code guichet} enters. */
public final class Main {
    private Main() {}

    /** Runs a command in the checkout that {@code guichet.root} names. */
    public static void main(String[] words) {
        Path root = Path.of(System.getProperty("guichet.root", "")).toAbsolutePath();
        System.exit(run(List.of(words), System.getenv(), root, System.out, System.err));
    }

    /**
     * Does what the words say; answers the exit status: 0, 1 for a failure, 2 for words that make
     * no sense.
     *
     * @param root the checkout
     */
    public static int run(
            List<String> words,
            Map<String, String> environment,
            Path root,
            PrintStream out,
            PrintStream err) {
        var commands =
                commands(environment, root)
                        .setOut(new PrintWriter(out, true, out.charset()))
                        .setErr(new PrintWriter(err, true, err.charset()));
        try {
            return commands.execute(words.toArray(String[]::new));
        } catch (LinkageError broken) { // picocli hands on exceptions alone
            return new Faults(root).tell(broken, commands);
        }
    }

    /** All commands, in the order in which the usage shows them. */
    static CommandLine commands(Map<String, String> environment, Path root) {
        var guichet = new GuichetCommand(root);
        var commands = new CommandLine(guichet);
        var checkout = new Checkout(environment, root);
        commands.addSubcommand(new UpCommand(checkout, guichet))
                .addSubcommand(new MigrateCommand(checkout, guichet))
                .addSubcommand(new DemoCommand(environment));
        new Control(checkout.data()).commands().forEach(commands::addSubcommand);
        new Administration(environment, checkout.data())
                .commands()
                .forEach(commands::addSubcommand);
        commands.addSubcommand(new LintCommand());
        commands.getCommandSpec().addMethodSubcommands();
        var faults = new Faults(root);
        return commands.setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setExecutionStrategy(Main::execute)
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults);
    }

    /** Unknown words are wrong beside {@code --help} too, where picocli lets them pass. */
    private static int execute(ParseResult words) {
        ParseResult last = words;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (!last.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(
                    last.commandSpec().commandLine(), last.unmatched());
        }
        return new RunLast().execute(words);
    }
}

package guichet.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands have in common. */
@Command(
        name = "./guichet",
        description = "Starts Guichet on this machine, shows what it does, and administers it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = "%n./guichet COMMAND --help says more.")
final class GuichetCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;
}

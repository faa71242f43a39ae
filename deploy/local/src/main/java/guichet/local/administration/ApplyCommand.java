package guichet.local.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code apply}: makes an installation what a file says, and nothing else of it. */
@Command(
        name = "apply",
        description = {
            "Make the APIs and applications of an installation those of a file.",
            "Applied twice it changes nothing; what is not in the file is left alone."
        },
        footer = Administration.ENVIRONMENT)
final class ApplyCommand implements Callable<Integer> {
    /** There are changes to make, as {@code diff} and {@code terraform plan} have one, too. */
    private static final int DRIFT = 3;

    private final Administration administration;

    @Spec private CommandSpec command;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "YAML or JSON; - for the input.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "Only say what would change; the exit status is 3 if anything would.")
    private boolean dryRun;

    @Option(
            names = "--prune",
            description =
                    "Delete what is not in the file of what it has a list of, unless the settings"
                            + " declare it.")
    private boolean prune;

    @Option(
            names = "--force",
            description = "Take scopes that go from applications, and end what was granted.")
    private boolean force;

    ApplyCommand(Administration administration) {
        this.administration = administration;
    }

    @Override
    public Integer call() {
        ObjectNode content = Document.read(file.orElseThrow());
        Map<AsCode, Map<String, ObjectNode>> wanted = AsCode.wanted(content);
        PrintWriter out = command.commandLine().getOut();
        var options = new Reconciliation.Options(dryRun, prune, force);
        int changes = new Reconciliation(administration, wanted, options, out).run();
        if (changes == 0) {
            out.println("nothing to change");
        }
        return dryRun && changes > 0 ? DRIFT : 0;
    }
}

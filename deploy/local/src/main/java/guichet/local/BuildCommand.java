package guichet.local;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code build}, which the script does. */
@Command(name = "build", description = "Build what is missing or older than its sources.")
final class BuildCommand implements Callable<Integer> {
    private final Script script;

    BuildCommand(Script script) {
        this.script = script;
    }

    @Override
    public Integer call() {
        return script.run("build", List.of());
    }
}

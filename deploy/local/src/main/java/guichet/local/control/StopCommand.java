package guichet.local.control;

import guichet.local.stack.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code stop}. */
@Command(
        name = "stop",
        description = {
            "Stop a service of the stack that ./guichet up runs here; the rest goes on.",
            "It stays stopped until ./guichet start, or until the stack is started again."
        })
final class StopCommand implements Runnable {
    private final Control control;

    @Spec private CommandSpec command;

    @Parameters(
            paramLabel = "SERVICE",
            description = "One of ${COMPLETION-CANDIDATES}.",
            converter = Control.Services.class,
            completionCandidates = Control.Services.class)
    private Service service;

    StopCommand(Control control) {
        this.control = control;
    }

    @Override
    public void run() {
        control.stack().stop(service);
        command.commandLine().getOut().println(service.module() + " is stopped");
    }
}

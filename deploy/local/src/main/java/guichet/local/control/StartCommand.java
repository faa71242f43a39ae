package guichet.local.control;

import guichet.local.stack.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code start}. */
@Command(
        name = "start",
        description =
                "Start a service that ./guichet stop has stopped, and wait until it is ready.")
final class StartCommand implements Runnable {
    private final Control control;

    @Spec private CommandSpec command;

    @Parameters(
            paramLabel = "SERVICE",
            description = "One of ${COMPLETION-CANDIDATES}.",
            converter = Control.Services.class,
            completionCandidates = Control.Services.class)
    private Service service;

    StartCommand(Control control) {
        this.control = control;
    }

    @Override
    public void run() {
        control.stack().start(service);
        command.commandLine().getOut().println(service.module() + " is ready");
    }
}

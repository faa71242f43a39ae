package guichet.local.control;

import guichet.local.stack.LiveStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code down}. */
@Command(
        name = "down",
        description = {
            "Stop the stack that ./guichet up runs here, as Ctrl-C does at its terminal.",
            "The data stays."
        })
final class DownCommand implements Runnable {
    private final Control control;

    @Spec private CommandSpec command;

    DownCommand(Control control) {
        this.control = control;
    }

    @Override
    public void run() {
        LiveStack.end(control.data());
        command.commandLine().getOut().println("stopped");
    }
}

package guichet.local.control;

import guichet.local.stack.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private final NamedService named = new NamedService();

    StopCommand(Control control) {
        this.control = control;
    }

    @Override
    public void run() {
        Service service = named.service();
        control.stack().stop(service);
        command.commandLine().getOut().println(service.module() + " is stopped");
    }
}

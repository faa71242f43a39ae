package guichet.local.control;

import guichet.local.stack.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code start}. */
@Command(
        name = "start",
        description =
                "Start a service that ./guichet stop has stopped, and wait until it is ready.")
final class StartCommand implements Runnable {
    private final Control control;

    @Spec private CommandSpec command;

    @Mixin private final NamedService named = new NamedService();

    StartCommand(Control control) {
        this.control = control;
    }

    @Override
    public void run() {
        Service service = named.service();
        control.stack().start(service);
        command.commandLine().getOut().println(service.module() + " is ready");
    }
}

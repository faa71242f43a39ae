package guichet.local;

import guichet.local.stack.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code migrate}: the tables of a stack that does not run. */
@Command(
        name = "migrate",
        description = {
            "Build what is missing and bring the tables in .guichet/ to this version.",
            "up does so too, unless GUICHET_DATABASE_MIGRATE_AT_START is false: docs/upgrading.md."
        })
final class MigrateCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final GuichetCommand guichet;

    @Spec private CommandSpec command;

    MigrateCommand(Checkout checkout, GuichetCommand guichet) {
        this.checkout = checkout;
        this.guichet = guichet;
    }

    @Override
    public Integer call() {
        int built = guichet.build();
        if (built == 0) {
            var out = command.commandLine().getOut();
            LocalStack.migrate(checkout.stack(false), step -> out.println("  " + step));
        }
        return built;
    }
}

package guichet.local.administration;

import java.io.PrintStream;
import java.util.List;

/** A command of an administrator. */
interface AdministrationCommand {
    /** The scope that its calls need. */
    String scope();

    /** How it is used, a line for each form. */
    String usage();

    /**
     * Does what the words after the command say.
     *
     * @return false when they make no sense; nothing was done then
     * @throws AdministrationFailure when it was refused or could not be asked
     */
    boolean run(List<String> words, AdministrationCalls calls, PrintStream out);
}

package guichet.local;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words, and then the usage; or why a command had no success. */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Path LOG = Path.of(".guichet", "failure.log");

    private final Path root;

    /**
     * @param root the checkout
     */
    Faults(Path root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] words) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        explain(fault, err);
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println();
        command.usage(err);
        return ExitCode.USAGE;
    }

    private static void explain(ParameterException fault, PrintWriter err) {
        if (fault instanceof UnmatchedArgumentException unknown && !unknown.isUnknownOption()) {
            err.printf("Unknown word: '%s'%n", unknown.getUnmatched().getFirst());
        } else {
            err.println(fault.getMessage());
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words) {
        return tell(failure, command);
    }

    /** Says why a command had no success; what nobody foresaw goes into a file. */
    int tell(Throwable fault, CommandLine command) {
        Failure told = fault instanceof Failure failure ? failure : unforeseen(fault);
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().printf("%s: %s%n", name, told.getMessage());
        return told.status();
    }

    private Failure unforeseen(Throwable fault) {
        String advice =
                fault instanceof LinkageError
                        ? "; parts of two versions are mixed: delete deploy/local/target and try"
                                + " again"
                        : "";
        return new Failure("failed, %s%s: see %s".formatted(fault, advice, log(fault)), fault);
    }

    /** Where the trace is now. */
    private String log(Throwable fault) {
        Path file = root.resolve(LOG);
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, trace.toString());
            return LOG.toString();
        } catch (IOException _) {
            return trace.toString(); // there is no better place
        }
    }
}

package guichet.local;

import guichet.local.terminal.Failure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words, and then the usage; or why a command had no success. */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {
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
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words)
            throws Exception {
        if (!(failure instanceof Failure told)) {
            throw failure;
        }
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().printf("%s: %s%n", name, told.getMessage());
        return told.status();
    }
}

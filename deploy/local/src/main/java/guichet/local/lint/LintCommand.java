package guichet.local.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.lint.Finding;
import guichet.lint.Linter;
import guichet.lint.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code lint}. Ends with 0 when no finding is an error, with 1 when one is, and with 2
 * when the file cannot be read.
 */
@Command(
        name = "lint",
        description = "Say what had better be otherwise in a client's registration.",
        footer = "%nEnds with 1 when a finding is an error, with 2 when FILE cannot be read.")
public final class LintCommand implements Callable<Integer> {
    @Spec private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "A registration in JSON, as sent to /register.")
    private Path file;

    @Override
    public Integer call() {
        try {
            JsonNode metadata = new ObjectMapper().readTree(Files.readString(file));
            if (metadata.isObject()) {
                return report(findings(metadata), command.commandLine().getOut());
            }
            return refuse("must be one JSON object, as sent to /register");
        } catch (JsonProcessingException malformed) {
            return refuse("is not JSON: " + malformed.getOriginalMessage());
        } catch (NoSuchFileException _) {
            return refuse("there is no such file");
        } catch (IOException unreadable) {
            return refuse("cannot be read: " + unreadable);
        }
    }

    private static List<Finding> findings(JsonNode metadata) {
        return Stream.concat(
                        Linter.lint(metadata).stream(), Linter.unknownMembers(metadata).stream())
                .toList();
    }

    private int refuse(String fault) {
        command.commandLine().getErr().printf("%s: %s%n", file, fault);
        return ExitCode.USAGE;
    }

    private int report(List<Finding> findings, PrintWriter out) {
        findings.forEach(finding ->
                out.printf(
                        "%s %-7s %s (%s)%n             %s%n",
                        finding.rule(),
                        finding.severity(),
                        finding.fault(),
                        finding.source(),
                        finding.fix()));
        if (findings.isEmpty()) {
            out.println("nothing to say against it");
        }
        boolean wrong = findings.stream().anyMatch(it -> it.severity() == Severity.ERROR);
        return wrong ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}

package guichet.lint.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.lint.Finding;
import guichet.lint.Linter;
import guichet.lint.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lints the registration in a file. Ends with 0 when no finding is an error, with 1 when one is,
 * and with 2 when the file cannot be read.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1) {
            err.println("usage: ./guichet lint <client.json>");
            return 2;
        }
        var file = Path.of(arguments.getFirst());
        try {
            JsonNode metadata = new ObjectMapper().readTree(Files.readString(file));
            if (metadata.isObject()) {
                return report(Linter.lint(metadata), out);
            }
            err.println(file + ": must be one JSON object, as sent to /register");
        } catch (JsonProcessingException malformed) {
            err.printf("%s: is not JSON: %s%n", file, malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            err.printf("%s: cannot be read: %s%n", file, unreadable);
        }
        return 2;
    }

    private static int report(List<Finding> findings, PrintStream out) {
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
        return wrong ? 1 : 0;
    }
}

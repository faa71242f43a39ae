package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code apply}: makes an installation what a file says, and nothing else of it. */
@Command(
        name = "apply",
        description = {
            "Make the APIs and applications of an installation those of a file.",
            "Applied twice it changes nothing; what is not in the file is left alone."
        },
        footer = Administration.ENVIRONMENT)
final class ApplyCommand implements Callable<Integer> {
    /** There are changes to make, as {@code diff} and {@code terraform plan} have one, too. */
    private static final int DRIFT = 3;

    private final Administration administration;
    private int changes;

    @Spec private CommandSpec command;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "YAML or JSON; - for the input.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "Only say what would change; the exit status is 3 if anything would.")
    private boolean dryRun;

    @Option(
            names = "--prune",
            description = "Delete what is not in the file, unless the settings declare it.")
    private boolean prune;

    @Option(
            names = "--force",
            description = "Take scopes that go from applications, and end what was granted.")
    private boolean force;

    ApplyCommand(Administration administration) {
        this.administration = administration;
    }

    @Override
    public Integer call() {
        ObjectNode wanted = Document.read(file.orElseThrow());
        AsCode.requireKnown(wanted);
        List<AsCode> kinds = List.of(AsCode.values());
        if (prune) { // applications first: they use the APIs
            kinds.reversed().forEach(kind -> prune(kind, kind.wanted(wanted)));
        }
        kinds.forEach(kind -> apply(kind, kind.wanted(wanted)));
        if (changes == 0) {
            out().println("nothing to change");
        }
        return dryRun && changes > 0 ? DRIFT : 0;
    }

    private void prune(AsCode kind, Map<String, ObjectNode> wanted) {
        AdministrationCalls calls = administration.calls(kind.resource());
        kind.present(calls)
                .forEach((name, is) -> {
                    if (!wanted.containsKey(name) && !AsCode.isDeclared(is)) {
                        tell("- %s %s".formatted(kind.title(), name));
                        calls.call("DELETE", AdministrationCalls.one(name) + query());
                    }
                });
    }

    private void apply(AsCode kind, Map<String, ObjectNode> wanted) {
        AdministrationCalls calls = administration.calls(kind.resource());
        Map<String, ObjectNode> present = kind.present(calls);
        wanted.forEach((name, want) -> {
            JsonNode is = present.get(name);
            if (is == null) {
                tell("+ %s %s".formatted(kind.title(), name));
                tellCredentials(calls.post(query(), want));
            } else {
                change(calls, kind.title() + " " + name, is, want);
            }
        });
    }

    /** This once: nobody sees the secret again. */
    private void tellCredentials(JsonNode made) {
        for (String member : List.of("client_id", "client_secret")) {
            if (!dryRun && made.hasNonNull(member)) {
                out().printf("    %s: %s%n", member, made.get(member).asText());
            }
        }
    }

    /** The server says what the wish comes to, with all that it leaves out. */
    private void change(AdministrationCalls calls, String which, JsonNode is, ObjectNode want) {
        String path = AdministrationCalls.one(want.path("name").asText());
        long version = is.path("version").asLong();
        JsonNode comesTo = AsCode.said(calls.put(path + "?dry_run=true&force=true", want, version));
        if (!comesTo.equals(AsCode.said(is))) {
            tell("~ " + which);
            tellDifferences(AsCode.said(is), comesTo);
            tellCredentials(calls.put(path + query(), want, version));
        }
    }

    private void tellDifferences(JsonNode is, JsonNode comesTo) {
        var members = new TreeSet<String>();
        is.fieldNames().forEachRemaining(members::add);
        comesTo.fieldNames().forEachRemaining(members::add);
        members.stream()
                .filter(member -> !is.path(member).equals(comesTo.path(member)))
                .forEach(member ->
                        out().printf(
                                        "    %s: %s -> %s%n",
                                        member, text(is.path(member)), text(comesTo.path(member))));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private void tell(String change) {
        changes++;
        out().println(change);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private String query() {
        return "?dry_run=%s&force=%s".formatted(dryRun, force);
    }
}

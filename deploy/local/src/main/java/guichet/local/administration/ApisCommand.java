package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Format;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code apis}: shows, makes, changes and deletes what tokens can be for. */
@Command(
        name = "apis",
        description = "List, show, create, update and delete APIs.",
        synopsisSubcommandLabel = "COMMAND",
        footer = Administration.ENVIRONMENT)
final class ApisCommand {
    static final Resource APIS =
            new Resource("/admin/resources", "registry:admin", "there is no API of this name");

    private static final String ROW = "%-20s  %-40s  %-9s  %s%n";
    private static final String NAME = "What operators call it.";
    private static final String FORCE =
            "Take scopes that go from the applications that have them, and end what was granted.";

    private final Administration administration;

    @Spec private CommandSpec command;

    ApisCommand(Administration administration) {
        this.administration = administration;
    }

    @Command(description = "Show all APIs.")
    void list(@Mixin Format format) {
        format.print(calls().call("GET", ""), ApisCommand::row);
    }

    @Command(description = "Show an API.")
    void show(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin Format format) {
        format.print(calls().call("GET", one(name)), Document::print);
    }

    @Command(description = "Offer another API.")
    void create(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin ApiOptions options,
            @Mixin Format format) {
        options.requireScopes();
        ObjectNode asked = options.over(JsonNodeFactory.instance.objectNode()).put("name", name);
        format.print(calls().post("", asked), Document::print);
    }

    @Command(
            description = {
                "Change an API.",
                "Options change what they name; a file says all that is to be said of it."
            })
    void update(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--force", description = FORCE) boolean force,
            @Mixin ApiOptions options,
            @Mixin Format format) {
        options.requireScopes();
        JsonNode present = calls().call("GET", one(name));
        ObjectNode asked = options.over(present.deepCopy());
        format.print(
                calls().put(one(name) + query(force), asked, present.path("version").asLong()),
                Document::print);
    }

    @Command(description = "Take an API off the offer.")
    void delete(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--force", description = FORCE) boolean force) {
        calls().call("DELETE", one(name) + query(force));
        command.commandLine()
                .getOut()
                .printf(
                        force
                                ? "API %s is deleted, and what was granted for it has ended%n"
                                : "API %s is deleted%n",
                        name);
    }

    private AdministrationCalls calls() {
        return administration.calls(APIS);
    }

    private static String one(String name) {
        return AdministrationCalls.one(name);
    }

    private static String query(boolean force) {
        return force ? "?force=true" : "";
    }

    private static void row(JsonNode answer, PrintWriter out) {
        out.printf(ROW, "NAME", "IDENTIFIER", "MADE BY", "SCOPES");
        for (JsonNode api : answer.path("resources")) {
            out.printf(
                    ROW,
                    api.path("name").asText() + (api.path("default").asBoolean() ? " *" : ""),
                    api.path("identifier").asText(),
                    api.path("declared").asBoolean() ? "settings" : "API",
                    StreamSupport.stream(api.path("scopes").spliterator(), false)
                            .map(scope -> scope.path("name").asText())
                            .collect(Collectors.joining(" ")));
        }
    }
}

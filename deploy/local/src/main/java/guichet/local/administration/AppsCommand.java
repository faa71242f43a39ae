package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Format;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code apps}: shows the applications that administrators keep, and makes secrets of
 * theirs; what they are, {@link ApplyCommand} makes them.
 */
@Command(
        name = "apps",
        description = "List and show applications that administrators keep, and replace secrets.",
        synopsisSubcommandLabel = "COMMAND",
        footer = Administration.ENVIRONMENT)
final class AppsCommand {
    static final Resource APPS =
            new Resource(
                    "/admin/applications",
                    "registry:admin",
                    "there is no application of this name");

    private static final String ROW = "%-20s  %-36s  %s%n";
    private static final String NAME = "What administrators call it.";

    private final Administration administration;

    AppsCommand(Administration administration) {
        this.administration = administration;
    }

    @Command(description = "Show all applications that administrators keep.")
    void list(@Mixin Format format) {
        format.print(calls().call("GET", ""), AppsCommand::row);
    }

    @Command(description = "Show an application.")
    void show(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin Format format) {
        format.print(calls().call("GET", AdministrationCalls.one(name)), Document::print);
    }

    @Command(
            description = {
                "Make another secret of an application; it is shown this once.",
                "The last one is good for a day more, unless it is revoked."
            })
    void secret(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--revoke-previous",
                            description = "End its other secrets at once: somebody else has one.")
                    boolean revokePrevious,
            @Mixin Format format) {
        String path = AdministrationCalls.one(name) + "/secret?revoke_previous=" + revokePrevious;
        format.print(calls().call("POST", path), AppsCommand::credentials);
    }

    private AdministrationCalls calls() {
        return administration.calls(APPS);
    }

    private static void row(JsonNode answer, PrintWriter out) {
        out.printf(ROW, "NAME", "CLIENT_ID", "SCOPE");
        for (JsonNode app : answer.path("applications")) {
            out.printf(
                    ROW,
                    app.path("name").asText(),
                    app.path("client_id").asText(),
                    app.path("scope").asText());
        }
    }

    private static void credentials(JsonNode app, PrintWriter out) {
        out.printf("client_id: %s%n", app.path("client_id").asText());
        out.printf("client_secret: %s%n", app.path("client_secret").asText());
    }
}

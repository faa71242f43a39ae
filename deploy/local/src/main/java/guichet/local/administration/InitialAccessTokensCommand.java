package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Format;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code initial-access-tokens}: makes, shows and revokes what opens registration. */
@Command(
        name = "initial-access-tokens",
        description = "Create, list and revoke what opens registration.",
        synopsisSubcommandLabel = "COMMAND",
        footer = Administration.ENVIRONMENT)
final class InitialAccessTokensCommand {
    private static final Resource TOKENS =
            new Resource(
                    "/admin/initial-access-tokens",
                    "registry:admin",
                    "there is no token of this ID");
    private static final String ROW = "%-36s  %-24s  %-9s  %s%n";

    private final Administration administration;

    InitialAccessTokensCommand(Administration administration) {
        this.administration = administration;
    }

    @Command(description = "Make a token; it is shown this once.")
    void create(
            @Option(
                            names = "--expires-in",
                            paramLabel = "SECONDS",
                            converter = WholeNumber.class,
                            description = "It never expires unless this is given.")
                    Optional<Integer> expiresIn,
            @Option(
                            names = "--uses",
                            paramLabel = "NUMBER",
                            converter = WholeNumber.class,
                            description =
                                    "It opens any number of registrations unless this is given.")
                    Optional<Integer> uses,
            @Option(names = "--note", paramLabel = "TEXT", description = "For the list.")
                    Optional<String> note,
            @Mixin Format format) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        expiresIn.ifPresent(seconds -> asked.put("expires_in", seconds));
        uses.ifPresent(number -> asked.put("uses", number));
        note.ifPresent(text -> asked.put("note", text));
        format.print(calls().post("", asked), InitialAccessTokensCommand::made);
    }

    @Command(description = "Show those that still open something.")
    void list(@Mixin Format format) {
        format.print(calls().call("GET", ""), InitialAccessTokensCommand::show);
    }

    @Command(description = "Revoke one: it opens nothing any more.")
    void revoke(@Parameters(paramLabel = "ID", description = "As list shows it.") String id) {
        calls().call("DELETE", AdministrationCalls.one(id));
    }

    private AdministrationCalls calls() {
        return administration.calls(TOKENS);
    }

    private static void made(JsonNode answer, PrintWriter out) {
        out.printf("id     %s%n", answer.path("id").asText());
        out.printf("token  %s%n", answer.path("initial_access_token").asText());
    }

    private static void show(JsonNode answer, PrintWriter out) {
        out.printf(ROW, "ID", "EXPIRES AT", "USES LEFT", "NOTE");
        for (JsonNode token : answer.path("tokens")) {
            out.printf(
                    ROW,
                    token.path("id").asText(),
                    token.path("expires_at").asText("never"),
                    token.path("uses_left").asText("any"),
                    token.path("note").asText());
        }
    }
}

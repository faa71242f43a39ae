package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Format;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code keys}: shows, rotates and withdraws signing keys. */
@Command(
        name = "keys",
        description = "List, rotate and withdraw signing keys.",
        synopsisSubcommandLabel = "COMMAND",
        footer = Administration.ENVIRONMENT)
final class KeysCommand {
    private static final Resource KEYS =
            new Resource("/admin/keys", "keys:admin", "there is no key of this name");
    private static final String ROW = "%-9s  %-9s  %-24s  %s%n";

    private final Administration administration;

    KeysCommand(Administration administration) {
        this.administration = administration;
    }

    @Command(description = "Show the signing keys and their states.")
    void list(@Mixin Format format) {
        show("GET", "", format);
    }

    @Command(
            description = {
                "Announce the next keys and let those take over that were announced for long enough.",
                "An algorithm that was never used gets its first keys."
            })
    void rotate(
            @Parameters(
                            paramLabel = "ALGORITHM",
                            arity = "0..1",
                            description =
                                    "ES256 and RS256, which sign by default, unless it is given.")
                    Optional<String> algorithm,
            @Mixin Format format) {
        String query =
                algorithm.map(it -> "?algorithm=" + AdministrationCalls.segment(it)).orElse("");
        show("POST", query, format);
    }

    @Command(description = "Withdraw a key that got out: it is no longer published or used.")
    void withdraw(@Parameters(paramLabel = "KID") String kid, @Mixin Format format) {
        show("DELETE", AdministrationCalls.one(kid), format);
    }

    private void show(String method, String path, Format format) {
        format.print(administration.calls(KEYS).call(method, path), KeysCommand::print);
    }

    private static void print(JsonNode answer, PrintWriter out) {
        out.printf(ROW, "ALGORITHM", "STATE", "SIGNS FROM", "KID");
        for (JsonNode key : answer.path("keys")) {
            out.printf(
                    ROW,
                    key.path("algorithm").asText(),
                    key.path("state").asText(),
                    key.path("signs_from").asText(),
                    key.path("kid").asText());
        }
        if (answer.hasNonNull("note")) {
            out.println(answer.path("note").asText());
        }
    }
}

package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
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
    private static final String PATH = "/admin/keys";
    private static final String ROW = "%-9s  %-9s  %-24s  %s%n";

    private final Administration administration;
    private final PrintStream out;

    KeysCommand(Administration administration, PrintStream out) {
        this.administration = administration;
        this.out = out;
    }

    @Command(description = "Show the signing keys and their states.")
    void list(@Mixin Format format) {
        format.print(calls().get(PATH), out, KeysCommand::show);
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
        format.print(calls().post(PATH + query), out, KeysCommand::show);
    }

    @Command(description = "Withdraw a key that got out: it is no longer published or used.")
    void withdraw(@Parameters(paramLabel = "KID") String kid, @Mixin Format format) {
        String path = PATH + "/" + AdministrationCalls.segment(kid);
        format.print(calls().delete(path), out, KeysCommand::show);
    }

    private AdministrationCalls calls() {
        return administration.calls("keys:admin");
    }

    private static void show(JsonNode answer, PrintStream out) {
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

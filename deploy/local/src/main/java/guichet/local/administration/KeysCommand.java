package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;

/** The command {@code keys}: shows, rotates and withdraws signing keys. */
final class KeysCommand implements AdministrationCommand {
    private static final String PATH = "/admin/keys";
    private static final String ROW = "%-9s  %-9s  %-24s  %s%n";

    @Override
    public String scope() {
        return "keys:admin";
    }

    @Override
    public String usage() {
        return """
        usage: ./guichet keys list                 the signing keys and their states
               ./guichet keys rotate [ALGORITHM]   the next keys take over once announced for long enough:
                                                   of ES256 and RS256, which sign by default, or of one;
                                                   one that was never used gets its first keys
               ./guichet keys withdraw KID         a key that got out is no longer published or used
        """;
    }

    @Override
    public boolean run(List<String> words, AdministrationCalls calls, PrintStream out) {
        String verb = words.isEmpty() ? "" : words.getFirst();
        if (words.size() == 1 && verb.equals("list")) {
            show(calls.get(PATH), out);
        } else if (words.size() == 1 && verb.equals("rotate")) {
            show(calls.post(PATH), out);
        } else if (words.size() == 2 && verb.equals("rotate")) {
            show(calls.post(PATH + "?algorithm=" + AdministrationCalls.segment(words.get(1))), out);
        } else if (words.size() == 2 && verb.equals("withdraw")) {
            show(calls.delete(PATH + "/" + AdministrationCalls.segment(words.get(1))), out);
        } else {
            return false;
        }
        return true;
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

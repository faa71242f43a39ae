package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The command {@code initial-access-tokens}: makes, shows and revokes what opens registration. */
final class InitialAccessTokensCommand implements AdministrationCommand {
    private static final String PATH = "/admin/initial-access-tokens";
    private static final String ROW = "%-36s  %-24s  %-9s  %s%n";

    /** The options of {@code create} and the members that they fill. */
    private static final Map<String, String> OPTIONS =
            Map.of("--expires-in", "expires_in", "--uses", "uses", "--note", "note");

    @Override
    public String scope() {
        return "registry:admin";
    }

    @Override
    public String usage() {
        return """
        usage: ./guichet initial-access-tokens create [--expires-in SECONDS] [--uses NUMBER] [--note TEXT]
                                                        a token, shown this once
               ./guichet initial-access-tokens list     those that still open something
               ./guichet initial-access-tokens revoke ID
        """;
    }

    @Override
    public boolean run(List<String> words, AdministrationCalls calls, PrintStream out) {
        String verb = words.isEmpty() ? "" : words.getFirst();
        if (words.size() == 1 && verb.equals("list")) {
            show(calls.get(PATH), out);
        } else if (words.size() == 2 && verb.equals("revoke")) {
            calls.delete(PATH + "/" + AdministrationCalls.segment(words.get(1)));
        } else if (verb.equals("create")) {
            return create(words.subList(1, words.size()), calls, out);
        } else {
            return false;
        }
        return true;
    }

    private static boolean create(
            List<String> options, AdministrationCalls calls, PrintStream out) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        if (options.size() % 2 == 1) {
            return false;
        }
        for (int at = 0; at < options.size(); at += 2) {
            String member = OPTIONS.get(options.get(at));
            if (member == null || !fill(asked, member, options.get(at + 1))) {
                return false;
            }
        }
        JsonNode made = calls.post(PATH, asked);
        out.printf("id     %s%n", made.path("id").asText());
        out.printf("token  %s%n", made.path("initial_access_token").asText());
        return true;
    }

    /** False for a number that is none. */
    private static boolean fill(ObjectNode asked, String member, String value) {
        if (member.equals("note")) {
            asked.put(member, value);
            return true;
        }
        if (!value.matches("\\d{1,9}")) {
            return false;
        }
        asked.put(member, Integer.parseInt(value));
        return true;
    }

    private static void show(JsonNode answer, PrintStream out) {
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

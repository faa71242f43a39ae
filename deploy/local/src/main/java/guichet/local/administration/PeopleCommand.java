package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The command {@code people}: makes, shows, blocks and resets people. */
final class PeopleCommand implements AdministrationCommand {
    private static final String PATH = "/admin/people";
    private static final String MAIL = "--mail";

    @Override
    public String scope() {
        return "people:admin";
    }

    @Override
    public String usage() {
        return """
        usage: ./guichet people create NAME EMAIL CALLED... [--mail]   an account, and a link to its password
               ./guichet people show NAME                              who it is
               ./guichet people block NAME                             no sign-in; sessions and grants end
               ./guichet people unblock NAME                           sign-in again
               ./guichet people reset NAME [--mail]                    a link to a new password
               NAME is for signing in, CALLED what the person is called; --mail sends the link to the person
               instead of showing it
        """;
    }

    @Override
    public boolean run(List<String> words, AdministrationCalls calls, PrintStream out) {
        var rest = new ArrayList<>(words);
        String query = rest.remove(MAIL) ? "?mail=true" : "";
        String verb = rest.isEmpty() ? "" : rest.removeFirst();
        if (verb.equals("create") && rest.size() >= 3) {
            way(calls.post(PATH + query, newcomer(rest)), out);
        } else if (verb.equals("reset") && rest.size() == 1) {
            way(calls.post(path(rest) + "/password-reset" + query), out);
        } else if (rest.size() == 1 && query.isEmpty()) {
            return inspect(verb, path(rest), calls, out);
        } else {
            return false;
        }
        return true;
    }

    private static boolean inspect(
            String verb, String path, AdministrationCalls calls, PrintStream out) {
        switch (verb) {
            case "show" -> show(calls.get(path), out);
            case "block" -> show(calls.put(path + "/block"), out);
            case "unblock" -> show(calls.delete(path + "/block"), out);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String path(List<String> words) {
        return PATH + "/" + AdministrationCalls.segment(words.getFirst());
    }

    private static JsonNode newcomer(List<String> words) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("username", words.get(0))
                .put("email", words.get(1))
                .put("name", String.join(" ", words.subList(2, words.size())));
    }

    private static void way(JsonNode answer, PrintStream out) {
        String username = answer.path("username").asText();
        if (answer.has("link")) {
            out.printf(
                    "%s chooses a password here, once, within half an hour:%n%s%n",
                    username, answer.path("link").asText());
        } else {
            out.printf(
                    "a link for %s is mailed to %s%n", username, answer.path("mailed_to").asText());
        }
    }

    private static void show(JsonNode person, PrintStream out) {
        out.printf(
                "name      %s%ncalled    %s%nid        %s%ne-mail    %s%s%nblocked   %s%nsessions "
                        + " %s%n",
                person.path("username").asText(),
                person.path("name").asText(),
                person.path("id").asText(),
                person.path("email").asText("none"),
                person.path("email_verified").asBoolean() ? ", verified" : "",
                person.path("blocked").asBoolean() ? "yes" : "no",
                person.path("sessions").asText());
    }
}

package guichet.local.administration;

import static guichet.local.administration.AdministrationCalls.one;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Format;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code people}: makes, shows, blocks and resets people, and says their roles and
 * groups.
 */
@Command(
        name = "people",
        description = "Create, show, block, unblock and reset people, and say what they belong to.",
        synopsisSubcommandLabel = "COMMAND",
        footer = Administration.ENVIRONMENT)
final class PeopleCommand {
    private static final Resource PEOPLE =
            new Resource("/admin/people", "people:admin", "there is no person of this name");
    private static final String NAME = "What the person signs in with.";
    private static final String MAIL = "Mail the link to the person instead of showing it.";

    private final Administration administration;

    PeopleCommand(Administration administration) {
        this.administration = administration;
    }

    @Command(description = "Make an account, and a link to choose its password.")
    void create(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "EMAIL") String email,
            @Parameters(
                            paramLabel = "CALLED",
                            arity = "1..*",
                            description = "What the person is called, in one word or more.")
                    List<String> called,
            @Option(names = "--mail", description = MAIL) boolean mail,
            @Mixin Format format) {
        var newcomer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("username", name)
                        .put("email", email)
                        .put("name", String.join(" ", called));
        JsonNode answer = calls().post(query(mail), newcomer);
        format.print(answer, PeopleCommand::way);
    }

    @Command(description = "Show who it is.")
    void show(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin Format format) {
        format.print(calls().call("GET", one(name)), PeopleCommand::person);
    }

    @Command(description = "Say which roles somebody has, and no others.")
    void roles(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "ROLE", arity = "0..*", description = "Each; none for none.")
                    List<String> roles,
            @Mixin Format format) {
        assign(name, "roles", roles, format);
    }

    @Command(description = "Say to which groups somebody belongs, and to no others.")
    void groups(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "GROUP", arity = "0..*", description = "Each; none for none.")
                    List<String> groups,
            @Mixin Format format) {
        assign(name, "groups", groups, format);
    }

    private void assign(
            String name, String membership, @Nullable List<String> names, Format format) {
        ArrayNode stated = JsonNodeFactory.instance.arrayNode();
        if (names != null) { // picocli's word for none
            names.forEach(stated::add);
        }
        format.print(calls().put(one(name) + "/" + membership, stated), PeopleCommand::person);
    }

    @Command(description = "Refuse sign-in, and end sessions and grants.")
    void block(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin Format format) {
        format.print(calls().call("PUT", one(name) + "/block"), PeopleCommand::person);
    }

    @Command(description = "Let somebody who was blocked sign in again.")
    void unblock(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin Format format) {
        format.print(calls().call("DELETE", one(name) + "/block"), PeopleCommand::person);
    }

    @Command(description = "Make a link to a new password.")
    void reset(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--mail", description = MAIL) boolean mail,
            @Mixin Format format) {
        JsonNode answer = calls().call("POST", one(name) + "/password-reset" + query(mail));
        format.print(answer, PeopleCommand::way);
    }

    private AdministrationCalls calls() {
        return administration.calls(PEOPLE);
    }

    private static String query(boolean mail) {
        return mail ? "?mail=true" : "";
    }

    private static void way(JsonNode answer, PrintWriter out) {
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

    private static String names(JsonNode names) {
        return names.isEmpty()
                ? "none"
                : names.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    private static String verified(JsonNode person) {
        if (!person.hasNonNull("email")) {
            return "";
        }
        return person.path("email_verified").asBoolean() ? ", verified" : ", not verified";
    }

    private static void person(JsonNode person, PrintWriter out) {
        out.printf(
                "name      %s%ncalled    %s%nid        %s%ne-mail    %s%s%nroles     %s%ngroups   "
                        + " %s%nblocked   %s%nsessions  %s%n",
                person.path("username").asText(),
                person.path("name").asText(),
                person.path("id").asText(),
                person.path("email").asText("none"),
                verified(person),
                names(person.path("roles")),
                names(person.path("groups")),
                person.path("blocked").asBoolean() ? "yes" : "no",
                person.path("sessions").asText());
    }
}

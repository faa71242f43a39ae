package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Failure;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a file can hold as code: each kind under the member by which its endpoint has them, too, and
 * each of a kind by its name.
 */
enum AsCode {
    APIS("resources", "API", "apis", ApisCommand.APIS),

    /** After the APIs, of which they have scopes. */
    APPLICATIONS("applications", "application", "apps", AppsCommand.APPS);

    private static final String KEY = "name";

    /** Beside what is said of one, in answers of the endpoints. */
    private static final List<String> OF_THE_SERVER =
            List.of(
                    "declared",
                    "reserved",
                    "version",
                    "client_id",
                    "client_id_issued_at",
                    "client_secret",
                    "client_secret_expires_at",
                    "lint");

    private final String member;
    private final String title;
    private final String command;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Resource resource;

    AsCode(String member, String title, String command, Resource resource) {
        this.member = member;
        this.title = title;
        this.command = command;
        this.resource = resource;
    }

    String member() {
        return member;
    }

    String title() {
        return title;
    }

    /** The command that shows one of this kind. */
    String command() {
        return command;
    }

    /**
     * What nobody was told of one whose making was not answered.
     *
     * @param made as it is shown
     */
    String untold(JsonNode made) {
        return made.path("token_endpoint_auth_method").asText().startsWith("client_secret")
                ? ", and its secret was shown to nobody: make another with ./guichet %s secret %s"
                        .formatted(command, made.path(KEY).asText())
                : "";
    }

    Resource resource() {
        return resource;
    }

    /** What there is now, by its key. */
    Map<String, ObjectNode> present(AdministrationCalls calls) {
        return byKey(calls.call("GET", "").path(member), "the answer of the server");
    }

    /**
     * What a file wants of each kind that it speaks of, by its key.
     *
     * @throws Failure when it holds something else
     */
    static Map<AsCode, Map<String, ObjectNode>> wanted(ObjectNode file) {
        requireKnown(file);
        var wanted = new EnumMap<AsCode, Map<String, ObjectNode>>(AsCode.class);
        for (AsCode kind : values()) {
            if (file.has(kind.member)) {
                wanted.put(kind, kind.byKey(file.get(kind.member), kind.member));
            }
        }
        return wanted;
    }

    private Map<String, ObjectNode> byKey(JsonNode all, String place) {
        if (!all.isMissingNode() && !(all instanceof ArrayNode)) {
            throw new Failure("%s must be a list".formatted(place));
        }
        var found = new LinkedHashMap<String, ObjectNode>();
        StreamSupport.stream(all.spliterator(), false)
                .forEach(each -> {
                    if (!(each instanceof ObjectNode one) || !one.path(KEY).isTextual()) {
                        throw new Failure("%s: each needs a %s".formatted(place, KEY));
                    }
                    if (found.put(one.get(KEY).asText(), one) != null) {
                        throw new Failure(
                                "%s: %s is there twice".formatted(place, one.get(KEY).asText()));
                    }
                });
        return found;
    }

    static boolean isDeclared(JsonNode one) {
        return one.path("declared").asBoolean();
    }

    /** What is said of one, without what the server knows of it. */
    static ObjectNode said(JsonNode answer) {
        ObjectNode said = answer.deepCopy();
        return said.remove(OF_THE_SERVER);
    }

    /**
     * Ends the command for members of a file that mean nothing.
     *
     * @throws Failure naming the first
     */
    private static void requireKnown(ObjectNode file) {
        List<String> known = Stream.of(values()).map(AsCode::member).toList();
        file.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw new Failure(
                                "%s is not known here; a file has %s"
                                        .formatted(name, String.join(" and ", known)));
                    }
                });
    }
}

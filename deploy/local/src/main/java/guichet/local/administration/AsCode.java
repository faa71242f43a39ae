package guichet.local.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.administration.AdministrationCalls.Resource;
import guichet.local.terminal.Failure;
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
    APIS("resources", "API", ApisCommand.APIS),

    /** After the APIs, of which they have scopes. */
    APPLICATIONS(
            "applications",
            "application",
            new Resource(
                    "/admin/applications",
                    "registry:admin",
                    "there is no application of this name"));

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

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Resource resource;

    AsCode(String member, String title, Resource resource) {
        this.member = member;
        this.title = title;
        this.resource = resource;
    }

    String member() {
        return member;
    }

    String title() {
        return title;
    }

    Resource resource() {
        return resource;
    }

    /** What there is now, by its key. */
    Map<String, ObjectNode> present(AdministrationCalls calls) {
        return byKey(calls.call("GET", "").path(member), "the answer of the server");
    }

    /**
     * What a file wants, by its key.
     *
     * @throws Failure when it holds something else
     */
    Map<String, ObjectNode> wanted(ObjectNode file) {
        return byKey(file.path(member), member);
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
    static void requireKnown(ObjectNode file) {
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

package guichet.kit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service is asked below {@code /internal} and what it answers, as a file of {@code
 * docs/internal-api} has it: its own folder has today's words, one below it those of the version
 * after which it is named.
 *
 * <p>A place in it is written {@code response[].scopes[].name}.
 */
public final class Golden {
    public static final String REQUEST = "request";
    public static final String RESPONSE = "response";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final String name;
    private final JsonNode exchange;

    Golden(String version, String name, JsonNode exchange) {
        this.version = version;
        this.name = name;
        this.exchange = exchange;
    }

    /** Today's words. */
    public static Golden today(String name) {
        return GoldenFiles.read(GoldenFiles.FOLDER, "", name);
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    /** Whether an older neighbour speaks so. */
    public boolean isReleased() {
        return !version.isEmpty();
    }

    /** The services that call so. */
    public List<String> callers() {
        return texts("callers");
    }

    public String method() {
        return exchange.path("method").asText();
    }

    public String path() {
        return exchange.path("path").asText();
    }

    /** What its path ends in, which names what it is about. */
    public String subject() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    public int status() {
        return exchange.path("status").asInt();
    }

    /** The headers of the answer on which the caller relies. */
    public Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        exchange.path("headers")
                .properties()
                .forEach(it -> headers.put(it.getKey(), it.getValue().asText()));
        return headers;
    }

    /** The body of the request; a missing node if it has none. */
    public JsonNode request() {
        return exchange.path(REQUEST);
    }

    /** The body of the answer; a missing node if none is read. */
    public JsonNode response() {
        return exchange.path(RESPONSE);
    }

    /** The text at a place. */
    public String text(String place) {
        return at(place).asText();
    }

    /** Whether it says something at a place. */
    public boolean has(String place) {
        return Places.owners(exchange, place).anyMatch(it -> it.has(Places.member(place)));
    }

    /** The places on this side that may be absent or null, each with what it means then. */
    public Map<String, JsonNode> optional(String side) {
        var found = new TreeMap<String, JsonNode>();
        exchange.path("optional").properties().stream()
                .filter(it -> isOn(side, it.getKey()))
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    /** The response with nothing but what is always there. */
    public ObjectNode leastResponse() {
        Golden least = this;
        for (String place : optional(RESPONSE).keySet()) {
            least = least.without(place);
        }
        return (ObjectNode) least.response();
    }

    /** The same with another text wherever this one is part of a path or a value. */
    public Golden replacing(String text, String other) {
        return with(parsed(exchange.toString().replace(quoted(text), quoted(other))));
    }

    /** The same with this value at a place, in each object that may have it. */
    public Golden with(String place, Object value) {
        JsonNode node = JSON.valueToTree(value);
        JsonNode changed = exchange.deepCopy();
        Places.owners(changed, place).forEach(it -> it.set(Places.member(place), node));
        return with(changed);
    }

    /** The same without what is at a place. */
    public Golden without(String place) {
        JsonNode changed = exchange.deepCopy();
        Places.owners(changed, place).forEach(it -> it.remove(Places.member(place)));
        return with(changed);
    }

    /** The same with members that nobody knows yet in every object of a side. */
    public Golden withUnknownMembers(String side) {
        JsonNode changed = exchange.deepCopy();
        List<String> data = texts("data");
        Places.objects(side, changed.path(side), data)
                .forEach(it -> {
                    it.put("of_a_later_version", "a text");
                    it.putObject("also_of_a_later_version").put("size", 1);
                });
        return with(changed);
    }

    /**
     * In what a body differs from that of a side. An older neighbour does not mind what it does not
     * know, nor the absence of what it can do without.
     *
     * @param generated the places whose values are another's each time
     */
    public List<String> differences(String side, JsonNode body, String... generated) {
        var compared = new Differences(isReleased(), optional(side).keySet(), List.of(generated));
        compared.look(side, List.of(exchange.path(side)), List.of(body));
        return compared.found();
    }

    private JsonNode at(String place) {
        return Places.owners(exchange, place)
                .map(it -> it.path(Places.member(place)))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<String> texts(String member) {
        var texts = new ArrayList<String>();
        exchange.path(member).forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private Golden with(JsonNode changed) {
        return new Golden(version, name, changed);
    }

    private static boolean isOn(String side, String place) {
        return place.startsWith(side + ".") || place.startsWith(side + "[");
    }

    private static String quoted(String text) {
        String quoted = TextNode.valueOf(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return isReleased() ? version + "/" + name : name;
    }
}

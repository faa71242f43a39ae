package guichet.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds places in a JSON document, such as {@code response[].scopes[].name}. */
final class Places {
    private static final String ELEMENTS = "[]";

    private Places() {}

    /** The name of the member that a place is. */
    static String member(String place) {
        return place.substring(place.lastIndexOf('.') + 1);
    }

    /** The objects whose member a place is, whether they have it or not. */
    static Stream<ObjectNode> owners(JsonNode document, String place) {
        Stream<JsonNode> reached = Stream.of(document);
        String owner = place.substring(0, Math.max(place.lastIndexOf('.'), 0));
        if (!owner.isEmpty()) {
            for (String step : List.of(owner.split("\\.", -1))) {
                reached = reached.flatMap(it -> following(it, step));
            }
        }
        return reached.filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private static Stream<JsonNode> following(JsonNode node, String step) {
        if (step.endsWith(ELEMENTS)) {
            return elements(node.path(step.substring(0, step.length() - ELEMENTS.length())));
        }
        return Stream.of(node.path(step));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** All objects from a place on, but for those of {@code data} and below, whose members vary. */
    static List<ObjectNode> objects(String place, JsonNode node, List<String> data) {
        if (data.contains(place)) {
            return List.of();
        }
        if (node instanceof ObjectNode object) {
            Stream<ObjectNode> inner =
                    object.properties().stream()
                            .flatMap(it ->
                                    objects(place + "." + it.getKey(), it.getValue(), data)
                                            .stream());
            return Stream.concat(Stream.of(object), inner).toList();
        }
        return elements(node).flatMap(it -> objects(place + ELEMENTS, it, data).stream()).toList();
    }
}

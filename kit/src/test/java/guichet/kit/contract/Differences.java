package guichet.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * In what a JSON document differs from the one that is expected: members, their types and their
 * values. Null is as good as absent, and the order of an array does not matter: many are sets.
 */
final class Differences {
    private final boolean lenient;
    private final Collection<String> optional;
    private final Collection<String> generated;
    private final List<String> found = new ArrayList<>();

    /**
     * None yet.
     *
     * @param lenient whether more may be there than is expected, and what is optional be absent
     * @param generated the places at which values are not compared
     */
    Differences(boolean lenient, Collection<String> optional, Collection<String> generated) {
        this.lenient = lenient;
        this.optional = optional;
        this.generated = generated;
    }

    List<String> found() {
        return found;
    }

    /** Compares all that is expected at a place, where arrays lead to many, with all that is. */
    void look(String place, List<JsonNode> expected, List<JsonNode> actual) {
        Set<String> types = types(expected);
        if (!types.containsAll(types(actual))) {
            found.add("%s is %s, not %s".formatted(place, types(actual), types));
            return;
        }
        members(place, expected, actual);
        elements(place, expected, actual);
        values(place, expected, actual);
    }

    private void members(String place, List<JsonNode> expected, List<JsonNode> actual) {
        Set<String> known = names(expected);
        for (String name : known) {
            String member = place + "." + name;
            List<JsonNode> there = children(actual, name);
            boolean needed = !optional.contains(member);
            boolean nowhere = there.isEmpty() && (needed || !lenient);
            boolean always = children(expected, name).size() == objects(expected).count();
            if (nowhere || needed && always && there.size() < objects(actual).count()) {
                found.add(member + " is missing");
            } else if (!there.isEmpty()) {
                look(member, children(expected, name), there);
            }
        }
        if (!lenient) {
            names(actual).stream()
                    .filter(it -> !known.contains(it))
                    .forEach(it -> found.add("%s.%s is additional".formatted(place, it)));
        }
    }

    private void elements(String place, List<JsonNode> expected, List<JsonNode> actual) {
        List<JsonNode> wanted = elements(expected);
        List<JsonNode> there = elements(actual);
        if (wanted.isEmpty() != there.isEmpty()) {
            found.add("%s has %d elements".formatted(place, there.size()));
        } else if (!wanted.isEmpty()) {
            look(place + "[]", wanted, there);
        }
    }

    private void values(String place, List<JsonNode> expected, List<JsonNode> actual) {
        Set<String> wanted = scalars(expected);
        Set<String> there = scalars(actual);
        boolean equal = lenient ? there.containsAll(wanted) : there.equals(wanted);
        if (!equal && !generated.contains(place)) {
            found.add("%s is %s, not %s".formatted(place, there, wanted));
        }
    }

    private static Set<String> types(List<JsonNode> nodes) {
        return nodes.stream()
                .filter(it -> !isAbsent(it))
                .map(it -> it.getNodeType().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(List<JsonNode> nodes) {
        return objects(nodes)
                .flatMap(it -> it.properties().stream())
                .filter(it -> !isAbsent(it.getValue()))
                .map(it -> it.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> children(List<JsonNode> nodes, String name) {
        return objects(nodes).map(it -> it.path(name)).filter(it -> !isAbsent(it)).toList();
    }

    private static Stream<JsonNode> objects(List<JsonNode> nodes) {
        return nodes.stream().filter(JsonNode::isObject);
    }

    private static List<JsonNode> elements(List<JsonNode> nodes) {
        return nodes.stream()
                .filter(JsonNode::isArray)
                .flatMap(it -> StreamSupport.stream(it.spliterator(), false))
                .toList();
    }

    private static Set<String> scalars(List<JsonNode> nodes) {
        return nodes.stream()
                .filter(it -> it.isValueNode() && !it.isNull())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}

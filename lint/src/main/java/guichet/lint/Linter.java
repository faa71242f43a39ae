package guichet.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Reads a registration and says what had better be otherwise. */
public final class Linter {
    private Linter() {}

    /**
     * What had better be otherwise, in the order of the rules.
     *
     * @param metadata the JSON object of a registration, RFC 7591 §3.1
     */
    public static List<Finding> lint(JsonNode metadata) {
        var registration = new Registration(metadata);
        return Stream.of(Rule.values())
                .filter(rule -> rule.isBrokenBy(registration))
                .map(Rule::finding)
                .toList();
    }
}

package guichet.lint;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.setting.Nearest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a registration and says what had better be otherwise. */
public final class Linter {
    /** Beside the rules: it names what it is about. */
    private static final String UNKNOWN_MEMBER = "G018";

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

    /**
     * The members that are not known here, and so ignored, RFC 7591 §2.
     *
     * @param metadata the JSON object of a registration as it will be sent
     */
    public static List<Finding> unknownMembers(JsonNode metadata) {
        return metadata.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !Members.isKnown(name))
                .map(Linter::unknown)
                .toList();
    }

    private static Finding unknown(String name) {
        return new Finding(
                UNKNOWN_MEMBER,
                Severity.WARNING,
                "RFC 7591 §2",
                "the member %s is not known here, and will be ignored".formatted(name),
                "leave it out, or write %s if that was meant"
                        .formatted(Nearest.to(name, Members.KNOWN).orElseThrow()));
    }
}

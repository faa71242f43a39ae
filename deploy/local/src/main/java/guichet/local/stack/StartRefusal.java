package guichet.local.stack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which setting a service does not start with, as it said before it ended. */
final class StartRefusal {
    /** A property, and not the name of a class or a package before one. */
    private static final Pattern PROPERTY =
            Pattern.compile("\\bguichet(\\.[a-z][a-z0-9-]*)+(?![\\w.]*[A-Z(])");

    private static final Pattern CLASS_OF_EXCEPTION =
            Pattern.compile("^\\s*(Caused by: )?([\\w.$]+(Exception|Error): )*");

    private StartRefusal() {}

    /**
     * The words in which a variable is refused that was set; empty when the fault lies elsewhere.
     *
     * @param said what the service has written, line by line
     * @param variables those that are set
     */
    static Optional<String> in(List<String> said, Set<String> variables) {
        return said.reversed().stream()
                .filter(Predicate.not(StartRefusal::isFrame))
                .flatMap(line -> refusal(line, variables))
                .findFirst();
    }

    private static boolean isFrame(String line) {
        return line.stripLeading().startsWith("at ");
    }

    private static Stream<String> refusal(String line, Set<String> variables) {
        Matcher property = PROPERTY.matcher(line);
        if (!property.find()) {
            return Stream.empty();
        }
        String variable = VariableName.of(property.group());
        String words = CLASS_OF_EXCEPTION.matcher(line).replaceFirst("");
        return variables.contains(variable)
                ? Stream.of("%s: %s".formatted(variable, words))
                : Stream.empty();
    }
}

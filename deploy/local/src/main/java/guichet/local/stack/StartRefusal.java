package guichet.local.stack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** With which settings a service does not start, as it said before it ended. */
final class StartRefusal {
    private static final Pattern FAULT = Pattern.compile("  [A-Z]+_[A-Z0-9_]+ .*");

    private StartRefusal() {}

    /**
     * What it said of each, a line for each; empty when the fault lies elsewhere.
     *
     * @param said what the service has written, line by line
     */
    static Optional<String> in(List<String> said) {
        String faults =
                said.stream().filter(FAULT.asMatchPredicate()).collect(Collectors.joining("\n"));
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults);
    }
}

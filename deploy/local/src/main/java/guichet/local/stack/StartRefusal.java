package guichet.local.stack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a service does not start, as it said before it ended. */
final class StartRefusal {
    private static final Pattern FAULT = Pattern.compile("  [A-Z]+_[A-Z0-9_]+ .*");

    /**
     * An API or a client that the settings declare and that cannot be so; tables that nobody is to
     * migrate.
     */
    private static final Pattern DECLARED =
            Pattern.compile(
                    "java\\.lang\\.IllegalStateException: (guichet\\.(?:resources|clients)\\..*"
                            + "|the database is of an older version .*)");

    /** What Flyway says of a database that it does not go on with. */
    private static final String NOT_VALID = "FlywayValidateException: Validate failed";

    /** And of one where a migration is marked as failed, in the lines that follow. */
    private static final Pattern FAILED =
            Pattern.compile("Detected failed (?:migration to version|repeatable migration)");

    private StartRefusal() {}

    /** What is wrong with the data that it found; empty when the fault lies elsewhere. */
    static Optional<DataFault> ofData(List<String> said) {
        if (said.stream().noneMatch(line -> line.contains(NOT_VALID))) {
            return Optional.empty();
        }
        return said.stream().anyMatch(line -> FAILED.matcher(line).find())
                ? Optional.of(DataFault.MIGRATED_HALF_WAY)
                : Optional.of(DataFault.ANOTHER_VERSION);
    }

    /**
     * What it said of each setting with which it does not start, a line for each; empty when the
     * fault lies elsewhere.
     *
     * @param said what the service has written, line by line
     */
    static Optional<String> in(List<String> said) {
        String faults =
                said.stream()
                        .flatMap(StartRefusal::fault)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults);
    }

    private static Stream<String> fault(String line) {
        if (FAULT.matcher(line).matches()) {
            return Stream.of(line);
        }
        Matcher declared = DECLARED.matcher(line);
        return declared.find() ? Stream.of("  " + declared.group(1)) : Stream.empty();
    }
}

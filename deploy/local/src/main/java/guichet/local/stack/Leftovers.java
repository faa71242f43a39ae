package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a launcher that was killed by force has left running: ended when the next one starts on the
 * same data, which the lock shows to be nobody else's.
 */
record Leftovers(Path data) {

    /** Who begins a server notes it within so long. */
    private static final Duration NOTED = Duration.ofSeconds(10);

    /** The services first: PostgreSQL waits for the end of their connections. */
    void stop() {
        var roster = new Roster(data);
        roster.read().stream()
                .map(Roster.Entry::process)
                .flatMap(Optional::stream)
                .forEach(Leftovers::stop);
        roster.forget();
        postgres().ifPresent(Leftovers::stop);
    }

    /** Its number stands in the first line, when it began in the third. */
    private Optional<ProcessHandle> postgres() {
        Path file = data.resolve("postgres/postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var noted = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(it -> beganAt(it, noted));
        } catch (IOException | NumberFormatException e) {
            throw new Failure("%s cannot be read: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** The system may have given the number to somebody else since. */
    private static boolean beganAt(ProcessHandle process, Instant noted) {
        return process.info()
                .startInstant()
                .map(began -> Duration.between(began, noted).abs())
                .filter(apart -> apart.compareTo(NOTED) < 0)
                .isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        ServiceProcess.awaitEnd(process);
    }
}

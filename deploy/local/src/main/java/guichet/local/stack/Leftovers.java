package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a launcher that was killed by force has left running: ended when the next one starts on the
 * same data, which the lock shows to be nobody else's.
 */
record Leftovers(Path data) {

    /** The services first: PostgreSQL waits for the end of their connections. */
    void stop() {
        var roster = new Roster(data);
        roster.read().forEach(service -> stop(service.pid(), Roster.Entry::isService));
        roster.forget();
        try {
            lines(data.resolve("postgres/postmaster.pid")).stream()
                    .findFirst()
                    .ifPresent(
                            server -> stop(Long.parseLong(server.strip()), Leftovers::isPostgres));
        } catch (IOException | NumberFormatException e) {
            throw new Failure("%s cannot be read: %s".formatted(data, e.getMessage()), e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The system may have given the number to somebody else since. */
    private static void stop(long pid, Predicate<ProcessHandle> isOurs) {
        ProcessHandle.of(pid)
                .filter(isOurs)
                .ifPresent(process -> {
                    process.destroy();
                    ServiceProcess.awaitEnd(process);
                });
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }
}

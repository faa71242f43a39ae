package guichet.local.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The services that a stack has started, in a file of its data: for the next start, which ends what
 * this one leaves, and for commands at another terminal.
 */
record Roster(Path data) {
    /** Replaces what was noted, at once: others may be reading. */
    void note(Collection<ServiceProcess> started) {
        Path next = data.resolve("services.next");
        try {
            Files.write(next, started.stream().map(Roster::line).toList());
            Files.move(next, file(), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(file(), e.getMessage()), e);
        }
    }

    private static String line(ServiceProcess it) {
        return "%s %d %s %s"
                .formatted(
                        it.service().module(),
                        it.pid(),
                        started(it.process().toHandle()),
                        it.health().address());
    }

    /** What was noted last; empty where nothing ever was. */
    List<Entry> read() {
        try {
            return Files.exists(file())
                    ? Files.readAllLines(file()).stream().map(Roster::entry).toList()
                    : List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("%s cannot be read: %s".formatted(file(), e.getMessage()), e);
        }
    }

    private static Entry entry(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("a line is not service, process, start and address");
        }
        return new Entry(
                Service.of(words[0])
                        .orElseThrow(() -> new IllegalArgumentException("no service " + words[0])),
                Long.parseLong(words[1]),
                words[2],
                new Health(URI.create(words[3])));
    }

    /** What tells a process from one that gets its number later. */
    static String started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toString();
    }

    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new Failure("%s cannot be deleted: %s".formatted(file(), e.getMessage()), e);
        }
    }

    private Path file() {
        return data.resolve("services");
    }

    /**
     * A service that was started.
     *
     * @param pid of its process, which may have ended since
     * @param started when it began
     */
    record Entry(Service service, long pid, String started, Health health) {
        /** Whether the process is the service still: the system may have given the number away. */
        boolean isAlive() {
            return process().isPresent();
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(it -> it.isAlive() && started.equals(Roster.started(it)));
        }
    }
}

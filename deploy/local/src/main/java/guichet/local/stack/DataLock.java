package guichet.local.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import guichet.local.terminal.Failure;
import guichet.local.terminal.Pause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a second stack off the data that a stack keeps between runs. The system takes it away from
 * a process that dies.
 */
record DataLock(Path data, FileChannel channel) implements AutoCloseable {
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final List<String> KEPT =
            List.of("postgres", "secrets.properties", "logs", "mail");

    /** For whoever runs a stack, who is its holder from now on. */
    static DataLock on(Path data) {
        return by(name(ProcessHandle.current()), data);
    }

    /** For whoever clears up: nobody takes it for a stack that runs. */
    static DataLock unnamed(Path data) {
        return by("", data);
    }

    private static DataLock by(String holder, Path data) {
        try {
            Files.createDirectories(data);
            var channel = open(data.resolve("lock"));
            if (!takeSoon(channel)) {
                channel.close();
                throw new Failure(
                        "a stack is already running on %s: stop it first, with ./guichet down"
                                .formatted(data));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(holder));
            return new DataLock(data, channel);
        } catch (IOException e) {
            throw new Failure("%s cannot be used: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Nobody else can open it: whoever does could keep a stack from starting. */
    private static FileChannel open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return channel;
    }

    /** Whoever looks for its holder has it for a moment. */
    private static boolean takeSoon(FileChannel channel) throws IOException {
        for (int i = 0; i < LOOKS; i++) {
            if (take(channel)) {
                return true;
            }
            Pause.of(BETWEEN_LOOKS);
        }
        return false;
    }

    /** False when anybody has it: another process, or another stack of this one. */
    private static boolean take(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** The process that has it, if one has; none while it is being taken. */
    static Optional<ProcessHandle> holder(Path data) {
        Path file = data.resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return take(channel) ? Optional.empty() : process(Files.readString(file));
        } catch (IOException | NumberFormatException e) {
            throw new Failure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Optional<ProcessHandle> process(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        long pid = Long.parseLong(name.substring(0, Math.max(0, name.indexOf(' '))));
        return ProcessHandle.of(pid).filter(it -> name(it).equals(name));
    }

    /** With the time of its start: the system may give the number to somebody else later. */
    private static String name(ProcessHandle process) {
        return "%d %s"
                .formatted(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Takes it all away. */
    void empty() {
        for (String part : KEPT) {
            if (Files.exists(data.resolve(part))) {
                delete(data.resolve(part));
            }
        }
    }

    private static void delete(Path part) {
        try (var files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Failure("%s cannot be emptied: %s".formatted(part, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Failure("%s cannot be let go: %s".formatted(data, e.getMessage()), e);
        }
    }
}

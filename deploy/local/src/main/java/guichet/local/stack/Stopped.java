package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The services that are not to run, a file for each in the data of the stack: written at any
 * terminal, followed by the launcher.
 */
record Stopped(Path data) {
    boolean contains(Service service) {
        return Files.exists(file(service));
    }

    void add(Service service) {
        try {
            Files.createDirectories(folder());
            Files.writeString(file(service), "");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    void remove(Service service) {
        try {
            Files.deleteIfExists(file(service));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** All are to run, as at each start. */
    void clear() {
        for (Service service : Service.values()) {
            remove(service);
        }
    }

    private Failure failure(IOException e) {
        return new Failure("%s cannot be changed: %s".formatted(folder(), e.getMessage()), e);
    }

    private Path file(Service service) {
        return folder().resolve(service.module());
    }

    private Path folder() {
        return data.resolve("stopped");
    }
}

package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The services of a launcher that was killed by force: noted while they run, and ended when the
 * next one starts on the same data, which the lock shows to be nobody else's.
 */
record Leftovers(Path data) {

    void note(Collection<ServiceProcess> running) {
        try {
            Files.write(file(), running.stream().map(each -> Long.toString(each.pid())).toList());
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(file(), e.getMessage()), e);
        }
    }

    void stop() {
        if (!Files.exists(file())) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file())) {
                ProcessHandle.of(Long.parseLong(line))
                        .filter(Leftovers::isOurs)
                        .ifPresent(Leftovers::stop);
            }
            Files.delete(file());
        } catch (IOException | NumberFormatException e) {
            throw new Failure("%s cannot be read: %s".formatted(file(), e.getMessage()), e);
        }
    }

    private static void stop(ProcessHandle service) {
        service.destroy();
        try {
            service.onExit().get(15, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            service.destroyForcibly();
            service.onExit().join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    /** The system may have given the number to somebody else since. */
    private static boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("quarkus-run.jar"))
                .isPresent();
    }

    private Path file() {
        return data.resolve("services.pid");
    }
}

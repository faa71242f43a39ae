package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a launcher that was killed by force has left running: ended when the next one starts on the
 * same data, which the lock shows to be nobody else's.
 */
record Leftovers(Path data) {

    void note(Collection<ServiceProcess> running) {
        try {
            Files.write(
                    services(), running.stream().map(each -> Long.toString(each.pid())).toList());
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(services(), e.getMessage()), e);
        }
    }

    /** The services first: PostgreSQL waits for the end of their connections. */
    void stop() {
        try {
            for (String service : lines(services())) {
                stop(service, it -> it.commandLine().orElse("").contains("quarkus-run.jar"));
            }
            Files.deleteIfExists(services());
            lines(data.resolve("postgres/postmaster.pid")).stream()
                    .findFirst()
                    .ifPresent(server ->
                            stop(server, it -> it.command().orElse("").endsWith("postgres")));
        } catch (IOException | NumberFormatException e) {
            throw new Failure("%s cannot be read: %s".formatted(data, e.getMessage()), e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The system may have given the number to somebody else since. */
    private static void stop(String pid, Predicate<ProcessHandle.Info> isOurs) {
        ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(process -> isOurs.test(process.info()))
                .ifPresent(process -> {
                    process.destroy();
                    ServiceProcess.awaitEnd(process);
                });
    }

    private Path services() {
        return data.resolve("services.pid");
    }
}

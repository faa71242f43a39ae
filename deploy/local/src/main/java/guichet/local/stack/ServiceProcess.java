package guichet.local.stack;

import guichet.local.terminal.Failure;
import guichet.local.terminal.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service running as a process of its own. */
record ServiceProcess(Service service, Process process, ServiceLog log, Health health) {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    static ServiceProcess start(
            Service service,
            Path root,
            List<String> javaOptions,
            Path log,
            Health health,
            Map<String, String> environment) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Failure(service.module() + " is not built: " + jar + " is missing");
        }
        var builder = new ProcessBuilder(command(jar, javaOptions));
        builder.environment().keySet().removeIf(name -> name.startsWith("GUICHET_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.getParent());
            var from = ServiceLog.fromNow(log);
            return new ServiceProcess(service, builder.start(), from, health);
        } catch (IOException e) {
            throw new Failure(service.module() + " does not start: " + e.getMessage(), e);
        }
    }

    /** How a service is run: ended where its memory is not enough. */
    static List<String> command(Path jar, List<String> javaOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /**
     * Waits until the service says that it is ready; one that dies is reported with its last words.
     */
    void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!health.isReady()) {
            if (!process.isAlive()) {
                throw refusal();
            }
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "%s is not ready after %d seconds; the end of %s:%n%s"
                                .formatted(
                                        service.module(),
                                        START.toSeconds(),
                                        log.file(),
                                        log.lastWords()));
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** Waits for the end of a run that only migrates. */
    void awaitMigrated() {
        process.onExit().join();
        if (process.exitValue() != 0) {
            throw refusal();
        }
    }

    private Failure refusal() {
        List<String> said = log.lines();
        Optional<DataFault> data = StartRefusal.ofData(said);
        if (data.isPresent()) {
            return new Failure(
                    "%s does not start: %s".formatted(service.module(), data.get().words()));
        }
        return StartRefusal.in(said)
                .map(faults ->
                        Failure.ofUsage(
                                "%s does not start with these settings:%n%s"
                                        .formatted(service.module(), faults)))
                .orElseGet(() ->
                        new Failure(
                                "%s ended at its start; the end of %s:%n%s"
                                        .formatted(service.module(), log.file(), log.lastWords())));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of one that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end. */
    void requestStop() {
        process.destroy();
    }

    /** Waits for its end, and forces it after a while. */
    void awaitStop() {
        awaitEnd(process.toHandle());
    }

    /** The same for any process that was asked to end. */
    static void awaitEnd(ProcessHandle process) {
        process.onExit().completeOnTimeout(process, STOP.toSeconds(), TimeUnit.SECONDS).join();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}

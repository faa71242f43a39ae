package guichet.system.fault;

import guichet.local.stack.LocalStack;
import guichet.local.stack.Service;
import guichet.local.terminal.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The server of a running stack, as an operator's bad day has it. */
final class Postgres {
    private static final long NONE = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final List<String> command;
    private final Path pidFile;

    private Postgres(LocalStack stack) throws IOException {
        this.stack = stack;
        this.pidFile = stack.data().resolve("postgres/postmaster.pid");
        String line = Files.readString(Path.of("/proc/%d/cmdline".formatted(pid())));
        this.command = Stream.concat(notAsRoot(), Stream.of(line.split("\0"))).toList();
    }

    /**
     * PostgreSQL refuses to be root; in a namespace of its own it is nobody, as at its first start.
     */
    private static Stream<String> notAsRoot() {
        return Command.isRoot() ? Stream.of("unshare", "-U") : Stream.empty();
    }

    static Postgres of(LocalStack stack) throws IOException {
        return new Postgres(stack);
    }

    /** Ends at once and recovers at the next start, as after a power cut. */
    void crash() throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        signal("QUIT", Stream.of(server));
        server.onExit().join();
    }

    /** Starts again where it has not survived. */
    void startIfEnded() throws IOException {
        if (!ProcessHandle.of(pid()).filter(ProcessHandle::isAlive).isPresent()) {
            start();
        }
    }

    /** Starts again and waits until it answers. */
    void start() throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(stack.data().resolve("logs/postgres.log").toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("PostgreSQL does not come back");
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    /** Answers nothing, and refuses nothing. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP", all());
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT", all());
    }

    private Stream<ProcessHandle> all() throws IOException {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants());
    }

    private static void signal(String name, Stream<ProcessHandle> processes)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(it -> line.add(Long.toString(it.pid())));
        Command.run(Path.of("").toAbsolutePath(), line);
    }

    private boolean answers() {
        try (Connection connection = connect(Service.TOKEN)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /** A connection more, of that service's role. */
    Connection connect(Service service) throws SQLException {
        var settings = stack.environment(service);
        var connection = new Properties();
        connection.setProperty("user", settings.get("GUICHET_DATABASE_USERNAME"));
        connection.setProperty("password", settings.get("GUICHET_DATABASE_PASSWORD"));
        connection.setProperty("ApplicationName", "fault");
        return DriverManager.getConnection(settings.get("GUICHET_DATABASE_URL"), connection);
    }

    private long pid() throws IOException {
        return Files.exists(pidFile)
                ? Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())
                : NONE;
    }
}

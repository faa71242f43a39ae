package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher that was killed by force has left, and what only has its numbers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeftoversTest {
    @TempDir Path data;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void haveData() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void services_are_ended_and_forgotten() throws IOException {
        Path jar = Files.createFile(data.resolve("quarkus-run.jar"));
        var one = start("tail", "-f", jar.toString());
        var other = start("tail", "-f", jar.toString());
        note(one, other);

        new Leftovers(data).stop();

        assertThat(List.of(one, other)).noneMatch(Process::isAlive);
        assertThat(services()).doesNotExist();
    }

    @Test
    void their_PostgreSQL_is_ended() throws IOException {
        Path server = data.resolve("bin-of-postgres");
        Files.copy(Path.of("/bin/sleep"), server, StandardCopyOption.COPY_ATTRIBUTES);
        var postgres = start(server.toString(), "60");
        Files.write(server(), List.of(number(postgres), data.toString(), now(), "5432"));

        new Leftovers(data).stop();

        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void what_has_got_their_numbers_since_is_left_alone() throws IOException {
        var somebody = start("sleep", "60");
        Files.writeString(services(), line(somebody, "2026-01-01T00:00:00Z"));
        Files.write(server(), List.of(number(somebody), data.toString(), "1767225600"));

        new Leftovers(data).stop();

        assertThat(somebody.isAlive()).isTrue();
    }

    @Test
    void where_nothing_was_left_there_is_nothing_to_end() {
        new Leftovers(data).stop();

        assertThat(services()).doesNotExist();
    }

    private Process start(String... command) throws IOException {
        var process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private static String line(Process process, String started) {
        return "token-service %d %s http://127.0.0.1:1/health".formatted(process.pid(), started);
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private void note(Process... processes) throws IOException {
        Files.write(
                services(),
                Stream.of(processes).map(it -> line(it, Roster.started(it.toHandle()))).toList());
    }

    private static String number(Process process) {
        return Long.toString(process.pid());
    }

    private Path services() {
        return data.resolve("services");
    }

    private Path server() {
        return data.resolve("postgres/postmaster.pid");
    }
}

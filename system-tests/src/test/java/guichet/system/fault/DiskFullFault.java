package guichet.system.fault;

import guichet.local.terminal.Pause;
import guichet.system.stack.RunningStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, and free again: a file system in memory, which only root can mount ({@code
 * sudo} without a password for others).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class DiskFullFault {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Command.asRoot(
                "mount", "-t", "tmpfs", "-o", "size=400m,mode=0777", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        Command.asRoot("umount", "--lazy", disk.toString());
    }

    @Test
    void a_disk_that_is_full_for_a_while_loses_nothing_that_was_confirmed() throws Exception {
        try (Suite stack = RunningStack.start(ROOT, disk.resolve("data"))) {
            var postgres = Postgres.of(stack.stack());
            Trial.of(
                    stack.http(),
                    () -> {
                        Path filling = disk.resolve("filling");
                        try {
                            fill(filling);
                            Pause.of(Duration.ofSeconds(10));
                        } finally {
                            Files.delete(filling);
                            postgres.startIfEnded();
                        }
                    });
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] some = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            if (Files.size(file) == 0) {
                throw full;
            }
        }
    }
}

package guichet.local.control;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import guichet.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands for a stack at another terminal, where there is none: one is tried by the system
 * tests.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ControlTest {
    @TempDir Path root;

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(strings = {"status", "stop token-service", "start token-service", "down"})
    void where_no_stack_runs_that_is_told_and_how_one_starts(String words) {
        assertThat(run(words)).isEqualTo(1);

        assertThat(terminal.err()).contains("no stack runs here: ./guichet up starts one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop tokens", "start tokens", "logs tokens"})
    void what_is_no_service_is_told_with_those_that_are(String words) {
        assertThat(run(words)).isEqualTo(2);

        assertThat(terminal.err())
                .contains("'tokens' is no service", "token-service", "movies-api");
    }

    @Test
    void what_a_killed_launcher_left_is_told_and_ended() throws IOException {
        Path data = Files.createDirectories(root.resolve(".guichet"));
        Path jar = Files.createFile(data.resolve("quarkus-run.jar"));
        Process left = new ProcessBuilder("tail", "-f", jar.toString()).start();
        Files.writeString(
                data.resolve("services"),
                "token-service %d %s http://127.0.0.1:1/health"
                        .formatted(
                                left.pid(), left.toHandle().info().startInstant().orElseThrow()));

        assertThat(run("status")).isEqualTo(1);
        assertThat(terminal.err()).contains("the launcher is gone", "./guichet down ends them");
        assertThat(run("down")).isZero();
        assertThat(left.isAlive()).isFalse();
        assertThat(run("down")).isEqualTo(1);
    }

    @Test
    void logs_that_are_not_there_yet_are_told() {
        assertThat(run("logs")).isEqualTo(1);

        assertThat(terminal.err()).contains("there are no logs yet");
    }

    @Test
    void logs_of_less_than_nothing_are_not_shown() throws IOException {
        Path log = Service.TOKEN.log(root.resolve(".guichet"));
        Files.createDirectories(log.getParent());
        Files.writeString(log, "started");

        assertThat(run("logs --lines -1")).isEqualTo(2);
        assertThat(run("logs --lines 0")).isZero();
    }

    private int run(String words) {
        return terminal.run(Map.of(), root, words.split(" "));
    }
}

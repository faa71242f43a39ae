package guichet.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is said of a fault that nobody foresaw. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTest {
    private final StringWriter err = new StringWriter();

    @TempDir private Path root;

    @Command(name = "break")
    private record Breaking(RuntimeException fault) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw fault;
        }
    }

    @Test
    void an_exception_is_told_in_a_line_that_says_where_its_trace_is() {
        var command = command(new IllegalStateException("the lamp is out"));

        assertThat(command.execute()).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "break: failed, java.lang.IllegalStateException: the lamp is out: see"
                                + " .guichet/failure.log");
        assertThat(root.resolve(".guichet/failure.log"))
                .content()
                .contains("the lamp is out", "FaultsTest");
    }

    @Test
    void of_parts_of_two_versions_it_is_said_what_helps() {
        var command = command(new IllegalStateException());

        int status = new Faults(root).tell(new NoSuchMethodError("Target.of"), command);

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "break: failed, java.lang.NoSuchMethodError: Target.of; parts of two"
                                + " versions are mixed: delete deploy/local/target and try again:"
                                + " see .guichet/failure.log");
    }

    private CommandLine command(RuntimeException fault) {
        return new CommandLine(new Breaking(fault))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new Faults(root));
    }
}

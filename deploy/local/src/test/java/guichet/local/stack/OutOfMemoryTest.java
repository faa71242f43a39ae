package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A service that has no memory left ends, wherever it runs, so that what watches it starts it anew:
 * otherwise the threads that it lost stay lost, and it goes on without them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutOfMemoryTest {
    private static final Path DEPLOY = Path.of("..");
    private static final String ENDS = "-XX:+ExitOnOutOfMemoryError";
    private static final Pattern ENTRYPOINT =
            Pattern.compile("^ENTRYPOINT \\[(.*?)]", Pattern.DOTALL | Pattern.MULTILINE);

    /** By which compose and Kubernetes run something else than the image says. */
    private static final Pattern OTHER_COMMAND =
            Pattern.compile("^[\\s-]*(?:command|entrypoint)\\s*:", Pattern.MULTILINE);

    @Test
    void under_up_it_ends() {
        List<String> options = Deployment.development().javaOptions();

        assertThat(ServiceProcess.command(Path.of("quarkus-run.jar"), options))
                .containsSubsequence(ENDS, "-jar");
    }

    @Test
    void in_the_image_it_ends() throws IOException {
        var entrypoint = ENTRYPOINT.matcher(Files.readString(DEPLOY.resolve("Dockerfile")));

        assertThat(entrypoint.results())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.group(1).split("[\\s\\\\,\"]+"))
                                .containsSubsequence(ENDS, "-jar"));
    }

    @Test
    void neither_compose_nor_kubernetes_runs_the_image_in_another_way() throws IOException {
        for (String folder : List.of("compose", "kubernetes")) {
            try (Stream<Path> files = Files.walk(DEPLOY.resolve(folder))) {
                List<Path> settings = files.filter(it -> it.toString().endsWith("ml")).toList();

                assertThat(settings)
                        .isNotEmpty()
                        .allSatisfy(it ->
                                assertThat(it).content().doesNotContainPattern(OTHER_COMMAND));
            }
        }
    }
}

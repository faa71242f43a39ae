package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every service that {@code ./guichet up} starts has an image, too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImagesTest {
    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @EnumSource
    void what_the_image_copies_is_sent_to_the_engine(Service service) throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
                .contains("!%s/target/quarkus-app".formatted(service.module()));
    }

    @ParameterizedTest
    @EnumSource
    void compose_builds_and_runs_it(Service service) throws IOException {
        assertThat(Files.readString(ROOT.resolve("deploy/compose/docker-compose.yml")))
                .contains("args: {SERVICE: %s}".formatted(service.module()));
    }
}

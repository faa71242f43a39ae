package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every service that {@code ./guichet up} starts has an image, too; all images have versions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImagesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern VERSION = Pattern.compile("<revision>(.+)</revision>");
    private static final Pattern IMAGE =
            Pattern.compile("(?m)^(?:FROM| *(?:- )?image:) +(?!guichet/)(\\S+)");

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

    @ParameterizedTest
    @EnumSource
    void its_image_has_the_version_of_what_is_built(Service service) throws IOException {
        String kubernetes = "deploy/kubernetes/%s.yaml".formatted(service.module());

        for (String file : List.of("deploy/compose/docker-compose.yml", kubernetes)) {
            assertThat(Files.readString(ROOT.resolve(file)))
                    .contains("image: guichet/%s:%s\n".formatted(service.module(), version()));
        }
    }

    @Test
    void the_page_about_the_library_names_that_version_too() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/protect-your-api.md")))
                .contains("<version>%s</version>".formatted(version()));
    }

    @Test
    void what_others_made_is_named_by_tag_and_digest() throws IOException {
        String files =
                Files.readString(ROOT.resolve("deploy/Dockerfile"))
                        + Files.readString(ROOT.resolve("deploy/compose/docker-compose.yml"));

        List<String> images = IMAGE.matcher(files).results().map(it -> it.group(1)).toList();
        assertThat(images)
                .hasSize(3)
                .allMatch(image -> image.matches("[a-z-]+:[0-9][^@]*[.][^@]*@sha256:[0-9a-f]{64}"));
    }

    /** The one in the parent pom, by which Maven names all that it builds. */
    private static String version() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        return VERSION.matcher(pom).results().findFirst().orElseThrow().group(1);
    }
}

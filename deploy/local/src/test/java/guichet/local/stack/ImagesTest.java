package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every service that {@code ./guichet up} starts has an image, too; all images have versions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImagesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern VERSION = Pattern.compile("<revision>(.+)</revision>");
    private static final Pattern PIN = Pattern.compile("(?m)^(\\w+)=(.*)$");
    private static final Pattern CHOICE =
            Pattern.compile("\\$\\{(\\w+_IMAGE):-([a-z-]+):[a-z0-9-]+}");
    private static final Pattern IMAGE =
            Pattern.compile("(?m)^(?:FROM| *(?:- )?image:| *BASE:) +(?!guichet/)(.+)$");
    private static final String MIGRATIONS = "deploy/kubernetes/migrations/job.yaml";
    private static final String COMPOSE = "deploy/compose/docker-compose.yml";

    @ParameterizedTest
    @EnumSource
    void what_the_image_copies_is_sent_to_the_engine(Service service) throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
                .contains("!%s/target/quarkus-app".formatted(service.module()));
    }

    @ParameterizedTest
    @EnumSource
    void compose_builds_and_runs_it(Service service) throws IOException {
        assertThat(read(COMPOSE))
                .contains("args: {<<: *base, SERVICE: %s}".formatted(service.module()));
    }

    @ParameterizedTest
    @EnumSource
    void its_image_has_the_version_of_what_is_built(Service service) throws IOException {
        String kubernetes = "deploy/kubernetes/%s.yaml".formatted(service.module());

        for (String file : List.of(COMPOSE, kubernetes)) {
            assertThat(read(file))
                    .contains("image: guichet/%s:%s\n".formatted(service.module(), version()));
        }
    }

    @Test
    void what_migrates_has_the_version_of_what_is_built() throws IOException {
        assertThat(all(Pattern.compile("image: guichet/.+:(.+)"), read(MIGRATIONS)))
                .extracting(image -> image.group(1))
                .hasSize(Service.withDatabase().size())
                .containsOnly(version());
    }

    @Test
    void the_page_about_the_library_names_that_version_too() throws IOException {
        assertThat(read("docs/protect-your-api.md"))
                .contains("<version>%s</version>".formatted(version()));
    }

    @Test
    void what_others_made_goes_by_a_public_name_that_a_release_pins() throws IOException {
        Map<String, String> pins = pins();

        List<String> images = all(IMAGE, read(COMPOSE)).map(it -> it.group(1)).toList();
        assertThat(images).hasSize(pins.size()).allMatch(CHOICE.asMatchPredicate());
        assertThat(all(CHOICE, read(COMPOSE)))
                .allSatisfy(it -> assertThat(pins.get(it.group(1))).startsWith(it.group(2) + ":"))
                .extracting(it -> it.group(1))
                .containsExactlyInAnyOrderElementsOf(pins.keySet());
    }

    @Test
    void a_pin_is_a_version_and_a_digest() throws IOException {
        assertThat(pins().values())
                .hasSize(3)
                .allMatch(image -> image.matches("[a-z-]+:[0-9][^@]*[.][^@]*@sha256:[0-9a-f]{64}"));
    }

    @Test
    void the_image_is_made_from_what_compose_would_take() throws IOException {
        String dockerfile = read("deploy/Dockerfile");

        assertThat(dockerfile).contains("ARG BASE=eclipse-temurin:25-jre\n");
        assertThat(read(COMPOSE)).contains("BASE: ${JAVA_IMAGE:-eclipse-temurin:25-jre}\n");
        assertThat(all(IMAGE, dockerfile).map(it -> it.group(1))).containsExactly("${BASE}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/releasing.md", "deploy/README.md"})
    void who_builds_a_release_reads_where_the_pins_are(String page) throws IOException {
        assertThat(read(page)).contains(". deploy/pinned.env", "--build-arg BASE=\"$JAVA_IMAGE\"");
    }

    private static Map<String, String> pins() throws IOException {
        return all(PIN, read("deploy/pinned.env"))
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    /** The one in the parent pom, by which Maven names all that it builds. */
    private static String version() throws IOException {
        return all(VERSION, read("pom.xml")).findFirst().orElseThrow().group(1);
    }
}

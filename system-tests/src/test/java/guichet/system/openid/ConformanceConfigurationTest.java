package guichet.system.openid;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@code conformance/run} tells the foundation's browser to do can be done on our pages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformanceConfigurationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path TEMPLATES =
            ROOT.resolve("authorization-service/src/main/resources/templates");

    @Test
    void every_element_that_its_browser_uses_is_on_a_page() throws IOException {
        String pages = pages();

        assertThat(elements()).isNotEmpty().allMatch(id -> pages.contains("id=\"" + id + "\""));
    }

    private static String pages() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .map(ConformanceConfigurationTest::read)
                    .collect(joining());
        }
    }

    /** The ids in the commands of the tasks for pages of the issuer. */
    private static Set<String> elements() throws IOException {
        JsonNode configuration =
                new ObjectMapper()
                        .readTree(ROOT.resolve("conformance/configuration.json").toFile());
        return configuration.findValues("tasks").stream()
                .flatMap(JsonNode::valueStream)
                .filter(task -> task.path("match").asText().startsWith("{issuer}"))
                .flatMap(task -> task.path("commands").valueStream())
                .filter(command -> command.path(1).asText().equals("id"))
                .map(command -> command.path(2).asText())
                .collect(toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

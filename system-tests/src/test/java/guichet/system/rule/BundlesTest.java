package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every language says everything: the build itself sees only what the English lacks, and what no
 * language may name.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundlesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @MethodSource("languages")
    void no_message_is_missing(Path language) {
        assertThat(messages(language)).containsOnlyKeys(messages(english(language)).keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_message_is_empty(Path language) {
        assertThat(messages(language).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void messages_say_the_same_of_what_they_are_about(Path language) {
        Map<String, String> english = messages(english(language));

        assertThat(messages(language))
                .allSatisfy((name, text) ->
                        assertThat(parameters(text)).isEqualTo(parameters(english.get(name))));
    }

    static Stream<Path> languages() throws IOException {
        return Stream.concat(bundles("authorization-service"), bundles("movies-app"));
    }

    private static Stream<Path> bundles(String module) throws IOException {
        try (Stream<Path> files =
                Files.list(ROOT.resolve(module + "/src/main/resources/messages"))) {
            return files.toList().stream();
        }
    }

    private static Path english(Path language) {
        return language.resolveSibling("msg_en.properties");
    }

    private static Map<String, String> messages(Path language) {
        var read = new Properties();
        try (var text = Files.newBufferedReader(language)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var messages = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(it -> messages.put(it, read.getProperty(it)));
        return messages;
    }

    private static List<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }
}

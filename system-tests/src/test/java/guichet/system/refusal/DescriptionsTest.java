package guichet.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of refusals, as they stand in the sources: none that would have to be replaced. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class DescriptionsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\x20-\\x7E]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth",
                "kit",
                "resource-server",
                "registry-service",
                "authorization-service",
                "token-service",
                "movies-api"
            })
    void no_refusal_is_worded_with_characters_that_the_standard_forbids(String module)
            throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            List<String> odd =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(DescriptionsTest::read)
                            .filter(source -> source.contains("Reason."))
                            .flatMap(source -> TEXT.matcher(source).results())
                            .map(MatchResult::group)
                            .filter(text -> FORBIDDEN.matcher(text).find())
                            .toList();

            assertThat(odd).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}

package guichet.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of refusals, as they stand in the sources: none that would have to be replaced. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class DescriptionsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth",
                "kit",
                "outside",
                "registry-client",
                "resource-server",
                "registry-service",
                "authorization-service",
                "token-service",
                "movies-api"
            })
    void no_refusal_is_worded_with_characters_that_the_standard_forbids(String module)
            throws IOException {
        List<String> words = Words.of(ROOT.resolve(module).resolve("src/main/java"));

        assertThat(words).isNotEmpty().noneMatch(DescriptionsTest::isForbidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"yes\" or \"no\"",
                "a\\b is no address",
                "caf\u00E9s are closed",
                "one\ttab",
                "two\nlines"
            })
    void what_is_forbidden_is_found_however_it_is_written(String words, @TempDir Path sources)
            throws IOException {
        Files.writeString(
                sources.resolve("A.java"),
                "class A { String words = \"no: \" + \"it is %s\"; }".formatted(escaped(words)));

        assertThat(Words.of(sources)).singleElement().matches(DescriptionsTest::isForbidden);
    }

    /** They need not keep to one line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select name from film\nwhere name = ?1",
                "update film set name = ?1\nwhere name = ?2",
                "delete from film\nwhere name = ?1",
                "with old as materialized (\nselect name from film)",
                "from Film f\nwhere f.name = ?1 and f.seen"
            })
    void queries_are_worded_for_nobody(String query, @TempDir Path sources) throws IOException {
        Files.writeString(
                sources.resolve("A.java"),
                "class A { String query = \"%s\"; }".formatted(escaped(query)));

        assertThat(Words.of(sources)).isEmpty();
    }

    private static boolean isForbidden(String words) {
        return FORBIDDEN.matcher(words).find();
    }

    /** Each character as JLS §3.3 and §3.10.7 let it be written. */
    private static String escaped(String words) {
        return words.chars()
                .mapToObj(it -> it < 0x80 ? "\\%o".formatted(it) : "\\u%04x".formatted(it))
                .collect(Collectors.joining());
    }
}

package guichet.system.refusal;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has its page, and has been seen in an answer by a test of some module. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGES = ROOT.resolve("docs/errors");
    private static final Path INDEX = PAGES.resolve("README.md");

    /** Whose services answer; each leaves a log of what its tests saw refused. */
    private static final List<String> ANSWERING =
            List.of(
                    "resource-server",
                    "registry-service",
                    "authorization-service",
                    "token-service",
                    "movies-api");

    private static final Pattern ANSWERED = Pattern.compile("(?m)^refused ([a-z-]+): ");
    private static final Pattern LISTED = Pattern.compile("(?m)^- \\[([a-z-]+)]\\(\\1\\.md\\): ");

    @ParameterizedTest
    @EnumSource
    void a_page_says_what_it_means_why_it_happens_and_what_to_do(Reason reason) throws IOException {
        String page = Files.readString(PAGES.resolve(reason + ".md"));

        assertThat(page)
                .startsWith("# " + reason + "\n")
                .containsPattern("(?m)^## What it means\n.")
                .containsPattern("(?m)^## The usual cause\n.")
                .containsPattern("(?m)^## The fix\n.")
                .containsPattern("(RFC \\d{4}|draft-[a-z-]+\\)|OpenID Connect Core) §\\d");
    }

    @Test
    void every_page_has_its_code() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.filter(file -> !file.equals(INDEX)))
                    .allMatch(file -> Reason.find(withoutSuffix(file)).isPresent());
        }
    }

    @Test
    void the_index_lists_every_page() throws IOException {
        Stream<String> listed =
                LISTED.matcher(Files.readString(INDEX)).results().map(each -> each.group(1));

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Reason.values()).map(Reason::code).toList());
    }

    @Test
    void every_code_is_produced_by_a_test() throws IOException {
        assertThat(ANSWERING)
                .as("run the tests of all modules, by ./guichet test: this one reads their logs")
                .allSatisfy(module -> assertThat(log(module)).exists());
        Set<Reason> never = EnumSet.allOf(Reason.class);
        for (String module : ANSWERING) {
            never.removeAll(answered(Files.readString(log(module))));
        }

        assertThat(never)
                .as("each code needs a test that is refused with it, in a module of %s", ANSWERING)
                .isEmpty();
    }

    private static Set<Reason> answered(String log) {
        return ANSWERED.matcher(log)
                .results()
                .map((MatchResult line) -> Reason.find(line.group(1)).orElseThrow())
                .collect(toCollection(() -> EnumSet.noneOf(Reason.class)));
    }

    private static Path log(String module) {
        return ROOT.resolve(module).resolve("target/refusals.log");
    }

    private static String withoutSuffix(Path file) {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }
}

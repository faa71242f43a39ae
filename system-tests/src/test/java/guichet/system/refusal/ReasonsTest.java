package guichet.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has its page, and some module whose tests have to see it in an answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGES = ROOT.resolve("docs/errors");
    private static final Path INDEX = PAGES.resolve("README.md");

    /** Whose services answer; each lists what its tests have to see refused. */
    private static final List<String> ANSWERING =
            List.of(
                    "resource-server",
                    "registry-service",
                    "authorization-service",
                    "token-service",
                    "movies-api");

    /** The gateway alone answers it: {@code guichet.local.gateway.HttpRulesTest}. */
    private static final Reason OF_THE_GATEWAY = Reason.REQUEST_TOO_SLOW;

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
    void every_code_is_produced_by_the_tests_of_a_module() throws IOException {
        Set<String> produced = new TreeSet<>(Set.of(OF_THE_GATEWAY.code()));
        for (String module : ANSWERING) {
            produced.addAll(
                    Files.readAllLines(
                            ROOT.resolve(module).resolve("src/test/resources/refusals.txt")));
        }

        assertThat(produced)
                .as("each code needs a test that is refused with it, and a line in a refusals.txt")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Reason.values()).map(Reason::code).toList());
    }

    private static String withoutSuffix(Path file) {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }
}

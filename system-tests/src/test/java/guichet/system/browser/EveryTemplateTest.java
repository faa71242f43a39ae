package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each template was shown to somebody at a browser, by a test that ran before; what a page includes
 * counts with the page.
 */
@Tag(InBrowser.TAG)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated // and so the last of all
class EveryTemplateTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @ParameterizedTest
    @ValueSource(strings = {"authorization-service", "movies-app"})
    void each_was_shown(String module) throws IOException {
        var templates = Templates.in(ROOT.resolve(module).resolve("src/main/resources/templates"));

        assertThat(templates.shownBy(Sights.templates(module)))
                .as("shown by the tests of this package, which have to run together")
                .containsAll(templates.names());
    }
}

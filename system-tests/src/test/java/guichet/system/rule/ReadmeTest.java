package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The README in French is the README: what people type is the same, and so is where they are led.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {
    private static final Path ENGLISH = Path.of("../README.md");
    private static final Path FRENCH = Path.of("../README.fr.md");

    private static final Pattern COMMANDS = Pattern.compile("(?s)```\\w+\\n.*?```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(GUICHET_\\w+)`");

    @Test
    void commands_are_the_same_in_both_languages() throws IOException {
        assertThat(all(COMMANDS, FRENCH)).isEqualTo(all(COMMANDS, ENGLISH));
    }

    @Test
    void links_are_the_same_but_for_those_from_one_to_the_other() throws IOException {
        assertThat(links(FRENCH)).containsExactlyInAnyOrderElementsOf(links(ENGLISH));
    }

    @Test
    void settings_are_the_same() throws IOException {
        assertThat(all(SETTING, FRENCH)).isEqualTo(all(SETTING, ENGLISH));
    }

    private static List<String> links(Path readme) throws IOException {
        return all(LINK, readme).stream().filter(it -> !it.contains("README")).toList();
    }

    private static List<String> all(Pattern pattern, Path readme) throws IOException {
        return pattern.matcher(Files.readString(readme)).results().map(MatchResult::group).toList();
    }
}

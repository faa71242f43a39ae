package guichet.local.lint;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LintCommandTest {
    private final Terminal terminal = new Terminal("lint");

    @TempDir private Path folder;

    @Test
    void an_error_ends_with_1_and_says_rule_source_and_fix() throws Exception {
        int status = lint("{\"grant_types\": [\"password\"]}");

        assertThat(status).isEqualTo(1);
        assertThat(terminal.out())
                .contains("G001 error", "RFC 9700 §2.4", "use authorization_code");
    }

    @Test
    void advice_alone_ends_with_0() throws Exception {
        assertThat(
                        lint(
                                """
                                {"scope": "a", "redirect_uris": ["https://cine.example/cb"]}\
                                """))
                .isZero();
        assertThat(terminal.out()).contains("G012 advice");
    }

    @Test
    void a_member_that_is_not_known_is_named() throws Exception {
        lint("{\"scopes\": \"a\"}");

        assertThat(terminal.out())
                .contains("G018 warning", "the member scopes is not known here", "write scope if");
    }

    @Test
    void what_is_no_registration_ends_with_2_and_the_reason() throws Exception {
        assertThat(lint("[]")).isEqualTo(2);
        assertThat(lint("{")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("one JSON object", "not JSON", "Usage");
    }

    @Test
    void a_file_that_is_not_there_ends_with_2_and_is_named() {
        assertThat(run("missing.json")).isEqualTo(2);

        assertThat(terminal.err()).isEqualTo("missing.json: there is no such file%n".formatted());
    }

    @Test
    void what_cannot_be_read_ends_with_2_and_is_named() {
        assertThat(run(folder.toString())).isEqualTo(2);

        assertThat(terminal.err()).startsWith(folder + ": cannot be read");
    }

    private int lint(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("client.json"), json);
        return run(file.toString());
    }

    private int run(String... words) {
        return terminal.run(Map.of(), words);
    }
}

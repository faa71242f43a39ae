package guichet.local.lint;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LintCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void an_error_ends_with_1_and_says_rule_source_and_fix() throws Exception {
        int status = lint("{\"grant_types\": [\"password\"]}");

        assertThat(status).isEqualTo(1);
        assertThat(text(out)).contains("G001 error", "RFC 9700 §2.4", "use authorization_code");
    }

    @Test
    void advice_alone_ends_with_0() throws Exception {
        assertThat(lint("{\"scope\": \"a\", \"redirect_uris\": []}")).isZero();
        assertThat(text(out)).contains("G012 advice");
    }

    @Test
    void what_is_no_registration_ends_with_2_and_the_reason() throws Exception {
        assertThat(lint("[]")).isEqualTo(2);
        assertThat(lint("{")).isEqualTo(2);
        assertThat(run(folder.resolve("missing.json").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);

        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("one JSON object", "not JSON", "cannot be read", "Usage");
    }

    private int lint(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("client.json"), json);
        return run(file.toString());
    }

    private int run(String... words) {
        var line = new ArrayList<>(List.of("lint"));
        line.addAll(List.of(words));
        return Main.run(
                line,
                Map.of(),
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}

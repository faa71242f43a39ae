package guichet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadTest {
    private static final URI TOKEN = URI.create("http://127.0.0.1/token");

    @TempDir private Path folder;

    @Test
    void a_form_is_posted_as_it_is() {
        var load = Load.form(TOKEN, Map.of("Authorization", "Basic eA=="), "a=\"b\\c\"");

        assertThat(load.script())
                .contains("wrk.method = \"POST\"", "wrk.body = \"a=\\\"b\\\\c\\\"\"")
                .contains("wrk.headers[\"Authorization\"] = \"Basic eA==\"");
    }

    @Test
    void refreshing_begins_with_the_tokens_of_the_file() {
        var file = new TokenFile(folder.resolve("tokens"));

        var load = file.rotation(TOKEN, Map.of(), "grant_type=refresh_token", List.of("a", "b"));

        assertThat(file.path()).hasContent("a\nb\n");
        assertThat(load.script())
                .contains(file.path().toString(), "function response(status, headers, body)");
    }

    @Test
    void each_connection_has_a_chain_and_some_are_spare() {
        assertThat(TokenFile.chains(16)).isGreaterThan(32);
    }
}

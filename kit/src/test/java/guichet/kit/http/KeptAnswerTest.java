package guichet.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-13.1.2")
class KeptAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a1\"",
                "W/\"a1\"",
                "*",
                "\"b2\", \"a1\"",
                "\"b2\",W/\"a1\"",
                "\"with, comma\", \"a1\"",
                " \"a1\" "
            })
    void what_is_named_in_any_way_is_kept(String header) {
        assertThat(KeptAnswer.isKept(List.of(header), "a1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a1", "\"a\"", "\"a11\"", "W/", "\"b2, a1\"", "\"a1"})
    void anything_else_is_not(String header) {
        assertThat(KeptAnswer.isKept(List.of(header), "a1")).isFalse();
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(KeptAnswer.isKept(List.of("\"b2\"", "\"a1\""), "a1")).isTrue();
        assertThat(KeptAnswer.isKept(List.of(), "a1")).isFalse();
    }
}

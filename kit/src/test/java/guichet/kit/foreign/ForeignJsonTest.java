package guichet.kit.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of strangers, which are read or refused, and nothing third. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8259-2")
class ForeignJsonTest {
    static Stream<String> noObjects() {
        return Stream.concat(
                OddValues.NO_JSON.stream(),
                OddValues.ALL.stream().filter(it -> !it.startsWith("{")));
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void what_is_no_object_is_refused(String text) {
        assertThatThrownBy(() -> ForeignJson.object(text)).isInstanceOf(ForeignFault.class);
    }

    @Test
    void an_object_is_read() throws ForeignFault {
        assertThat(ForeignJson.object("{\"a\": {\"b\": [1, null]}}").path("a").path("b"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"\\u0000\"}", "{\"\\udc00\": 1}", "[\"\\ud800x\"]"})
    @Tag("RFC7493-2.1")
    void texts_that_cannot_be_stored_are_refused(String text) {
        assertThatThrownBy(() -> ForeignJson.object(text)).hasMessageContaining("Unicode");
    }

    @Test
    void a_document_beyond_all_measure_is_refused() {
        String text = "[\"%s\"]".formatted("x".repeat(300_000));

        assertThatThrownBy(() -> ForeignJson.array(text)).hasMessageContaining("too long");
    }

    @Test
    void a_refusal_quotes_nothing() {
        assertThatThrownBy(() -> ForeignJson.object("{\"hush\": hush}"))
                .hasMessageNotContaining("hush");
    }
}

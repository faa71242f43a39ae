package guichet.kit.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-B")
class FormBodyTest {
    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("", Map.of()),
                Arguments.of("&&", Map.of()),
                Arguments.of("a=1&b=2&", Map.of("a", List.of("1"), "b", List.of("2"))),
                Arguments.of("a=1&a=2", Map.of("a", List.of("1", "2"))),
                Arguments.of("a", Map.of("a", List.of(""))),
                Arguments.of("a=", Map.of("a", List.of(""))),
                Arguments.of("=&==&=x", Map.of("", List.of("", "=", "x"))),
                Arguments.of(
                        "secret=YWI=&c=d==e",
                        Map.of("secret", List.of("YWI="), "c", List.of("d==e"))),
                Arguments.of("na%C3%AFve=%E2%82%AC+1%2B1", Map.of("naïve", List.of("€ 1+1"))),
                Arguments.of("name=é", Map.of("name", List.of("é"))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_read_as_browsers_write_it(String body, Map<String, List<String>> fields) {
        assertThat(FormBody.fields(body)).isEqualTo(fields);
    }

    @Test
    void a_percent_sign_that_encodes_nothing_is_no_form() {
        assertThatThrownBy(() -> FormBody.fields("a=%zz"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

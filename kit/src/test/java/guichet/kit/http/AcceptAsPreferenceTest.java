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
@Tag("RFC9110-12.5.1")
class AcceptAsPreferenceTest {
    @Test
    void what_is_preferred_stays_in_front_of_everything_else() {
        String relaxed = AcceptAsPreference.relaxed(List.of("text/html, application/json;q=0.5"));

        assertThat(relaxed).isEqualTo("text/html, application/json;q=0.5, */*;q=0.001");
    }

    @Test
    void several_headers_are_one() {
        String relaxed = AcceptAsPreference.relaxed(List.of("text/html", "application/json"));

        assertThat(relaxed).isEqualTo("text/html, application/json, */*;q=0.001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;q=.2", "a/b;q=0.123 ; c=d", "a/b;Q=1.000", "a/b;q=0"})
    @Tag("RFC9110-12.4.2")
    void the_weight_of_a_type_is_kept(String accept) {
        assertThat(AcceptAsPreference.relaxed(List.of(accept))).startsWith(accept + ", ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "*/*;q=0.8", "*/* ; q=1.0", "*/*, text/html;q=0.1"})
    void everything_else_stays_where_it_was_put(String accept) {
        assertThat(AcceptAsPreference.relaxed(List.of(accept))).isEqualTo(accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=b", ";a=\"b\"", "x", " ;a=b", ";"})
    void a_type_as_long_as_headers_may_be_is_none(String part) {
        String accept = "a/b" + part.repeat(30_000 / part.length());

        String relaxed = AcceptAsPreference.relaxed(List.of(accept, "text/html"));

        assertThat(relaxed).isEqualTo("text/html, */*;q=0.001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";;;",
                "text/html\f;q=0.9",
                "text/html;\u000bq=0.9",
                "*",
                "*; q=.2",
                "/",
                "text/",
                "text/html;=",
                "json",
                "text/html;q",
                "text/html;q=9",
                "text/html;q=-1",
                "text/html;q=1.001",
                "text/html;q=zz",
                "text/html;charset=x;Q=2",
                "a b/c",
                "application/*",
                "*/html",
                "*/*;q=0",
                "*/*;q=0.0",
                "*/*;q=.2",
                "*/*;q=2"
            })
    void what_names_no_type_is_not_looked_at(String accept) {
        String relaxed = AcceptAsPreference.relaxed(List.of(accept));

        assertThat(relaxed).isEqualTo("*/*;q=0.001");
    }
}

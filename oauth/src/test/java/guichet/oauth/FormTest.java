package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormTest {
    @Test
    @Tag("RFC6749-3.2")
    void a_repeated_parameter_is_refused_by_name() {
        assertThatThrownBy(() -> new Form(Map.of("code", List.of("a", "b"))))
                .hasMessage("invalid_request: parameter code is repeated");
    }

    @Test
    @Tag("RFC6749-3.2")
    void a_parameter_without_a_value_counts_as_omitted() {
        var form = new Form(Map.of("scope", List.of("")));

        assertThat(form.find("scope")).isEmpty();
    }

    @Test
    void a_missing_parameter_is_named() {
        assertThatThrownBy(() -> new Form(Map.of()).require("grant_type"))
                .hasMessage("invalid_request: parameter grant_type is missing");
    }

    @Test
    void a_control_character_is_refused() {
        assertThatThrownBy(() -> new Form(Map.of("state", List.of("a\u0000b"))))
                .hasMessage("invalid_request: parameter state has a control character");
    }

    @Test
    void a_name_of_the_senders_making_is_not_repeated() {
        assertThatThrownBy(() -> new Form(Map.of("<script>", List.of("a", "b"))))
                .hasMessage("invalid_request: parameter with an unusual name is repeated");
    }

    @Test
    void its_text_shows_no_values() {
        assertThat(new Form(Map.of("password", List.of("hush")))).hasToString("Form[password]");
    }
}

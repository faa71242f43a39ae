package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .hasMessage(
                        "invalid_request: parameter state has a control character, or another that it cannot have");
    }

    /** What is passed on to a neighbour is no longer there than it was here. */
    @ParameterizedTest
    @ValueSource(strings = {"id_token_hint", "client_assertion", "request"})
    @Tag("RFC6749-A")
    void a_jwt_has_no_other_characters_than_rfc_6749_gives_it(String name) {
        assertThatThrownBy(() -> new Form(Map.of(name, List.of("e\u20ac"))))
                .isInstanceOf(OAuthException.class);
    }

    @Test
    @Tag("RFC8707-2")
    void a_resource_is_as_long_as_an_address_may_be() {
        assertThatThrownBy(() -> new Form(Map.of("resource", List.of("x".repeat(2049)))))
                .hasMessage(
                        "invalid_request: parameter resource is too long: it may have 2048 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u0000", "long", "repeated"})
    @Tag("RFC6749-3.1")
    void what_is_not_recognised_is_ignored_whatever_is_in_it(String kind) {
        List<String> values =
                switch (kind) {
                    case "long" -> List.of("x".repeat(200_000));
                    case "repeated" -> List.of("a", "b");
                    default -> List.of(kind);
                };
        for (String name : List.of("", "flag", "utm_source", "<script>", "na\u00efve\"")) {
            var form = new Form(Map.of(name, values, "state", List.of("s")));

            assertThat(form.find("state")).contains("s");
            assertThat(new Form(Map.of(name, values)).isEmpty()).isTrue();
        }
    }

    @Test
    @Tag("RFC6749-3.1")
    void a_value_beside_an_empty_one_is_the_only_one() {
        assertThat(new Form(Map.of("prompt", List.of("", "login"))).find("prompt"))
                .contains("login");
    }

    /** As the fields of our own pages are, which are no parameters of OAuth. */
    @Test
    void what_is_asked_for_is_checked_like_what_is_recognised() {
        var form = new Form(Map.of("decision", List.of("a", "b")));

        assertThatThrownBy(() -> form.find("decision"))
                .hasMessage("invalid_request: parameter decision is repeated");
    }

    @ParameterizedTest
    @CsvSource({
        "claims, true",
        "password, true",
        "state, false",
        "scope, false",
        "username, false",
        "redirect_uri, false"
    })
    void a_tab_is_taken_where_it_is_space_or_can_only_be_wrong(String name, boolean taken) {
        var sent = Map.of(name, List.of("a\tb"));

        if (taken) {
            assertThat(new Form(sent).find(name)).contains("a\tb");
        } else {
            assertThatThrownBy(() -> new Form(sent)).hasMessageContaining("control character");
        }
    }

    @Test
    @Tag("RFC9101-5.1")
    void a_request_object_may_be_longer_than_other_values() {
        String object = "x".repeat(20_000);

        assertThat(new Form(Map.of("request", List.of(object))).find("request")).contains(object);
        assertThatThrownBy(() -> new Form(Map.of("state", List.of(object))))
                .hasMessage(
                        "invalid_request: parameter state is too long: it may have 8192 characters");
    }

    @Test
    void a_nonce_may_be_as_long_as_a_digest_and_no_longer_than_can_be_kept() {
        String nonce = "x".repeat(1_024);

        assertThat(new Form(Map.of("nonce", List.of(nonce))).find("nonce")).contains(nonce);
        assertThatThrownBy(() -> new Form(Map.of("nonce", List.of(nonce + "x"))))
                .hasMessage(
                        "invalid_request: parameter nonce is too long: it may have 1024 characters");
    }

    @Test
    void what_cannot_be_taken_is_refused_when_it_is_asked_for_or_all_are_checked() {
        var form = Form.unchecked(Map.of("state", List.of("a", "b"), "scope", List.of("openid")));

        assertThat(form.find("scope")).contains("openid");
        assertThat(form.findGood("state")).isEmpty();
        assertThatThrownBy(() -> form.find("state")).hasMessageContaining("state is repeated");
        assertThatThrownBy(form::checked).hasMessageContaining("state is repeated");
    }

    /** What is wrong with it is said beside the field. */
    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "\u0000", "long"})
    void what_people_typed_is_taken_as_it_is(String kind) {
        String typed = kind.equals("long") ? "x".repeat(200_000) : kind;

        assertThat(Form.typed(Map.of("username", List.of(typed))).find("username")).contains(typed);
    }

    @Test
    void a_field_that_is_there_twice_is_refused_when_it_is_read() {
        var form = Form.typed(Map.of("username", List.of("a", "b")));

        assertThatThrownBy(() -> form.find("username"))
                .hasMessage("invalid_request: parameter username is repeated");
    }

    @Test
    void its_text_shows_no_values() {
        assertThat(new Form(Map.of("password", List.of("hush")))).hasToString("Form[password]");
    }
}

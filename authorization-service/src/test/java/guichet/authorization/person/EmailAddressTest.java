package guichet.authorization.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@guichet.example",
                " alice+films@mail.guichet.example ",
                "o'hara@xn--guichet-9ya.example",
                "zoë@bücher.example"
            })
    void what_people_have_is_taken(String text) {
        assertThat(EmailAddress.parse(text))
                .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "alice@localhost",
                "a@b@c.example",
                "alice@-guichet.example",
                "alice@guichet..example",
                "alice@guichet.example\r\nBcc: everybody@guichet.example",
                "alice@guichet.example, bob@guichet.example",
                "\"Alice\" <alice@guichet.example>"
            })
    void what_would_be_another_letter_or_none_is_not(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_no_server_takes_is_not_taken_either() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@guichet.example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "example")).isEmpty();
    }
}

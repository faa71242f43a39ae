package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@guichet.example",
                " alice+films@mail.guichet.example ",
                "o'hara@xn--guichet-9ya.example"
            })
    void what_people_have_is_taken(String text) {
        assertThat(EmailAddress.parse(text))
                .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo(text.strip()));
    }

    @ParameterizedTest
    @CsvSource({
        "zoe@bücher.example, zoe@xn--bcher-kva.example",
        "Zoe@BÜCHER.Example, Zoe@xn--bcher-kva.example",
        "zoe@films．example, zoe@films.example"
    })
    @Tag("RFC5891-4.4")
    void a_host_is_written_as_mail_finds_it(String text, String written) {
        assertThat(EmailAddress.parse(text).map(EmailAddress::value)).hasValue(written);
    }

    /** What a person takes for the same is the same; nothing is only in the comparison. */
    @ParameterizedTest
    @CsvSource({
        "miKe@corp.example, miKe@corp.example",
        "ｍike@corp.example, mike@corp.example",
        "jameſ@corp.example, james@corp.example"
    })
    @Tag("RFC8265-3.3")
    void letters_that_only_look_otherwise_are_made_the_same(String text, String written) {
        assertThat(EmailAddress.parse(text).map(EmailAddress::value)).hasValue(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoë@corp.example", "mıke@corp.example", "İda@corp.example"})
    @Tag("RFC6531")
    void what_no_letter_of_ours_reaches_is_not_taken(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    /** Kept from before: it is nobody's but its own. */
    @Test
    void other_letters_than_a_to_z_have_no_second_form() {
        var address = new EmailAddress("MiKe@Corp.example");

        assertThat(address.normalized()).isEqualTo("miKe@corp.example");
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

package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice", " ALICE ", "\uFF41lice"})
    void a_name_has_one_spelling(String text) {
        assertThat(Username.parse(text)).contains("alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a b",
                "-alice",
                "alice.",
                "alice@guichet.example",
                "\u0430lice",
                "al\u200Bice"
            })
    void what_looks_like_another_name_or_an_address_is_none(String text) {
        assertThat(Username.parse(text)).isEmpty();
        assertThat(Username.parseChosen(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.evil-site.com",
                "www.e",
                "evil.example",
                "evil-.example",
                "click.me.now",
                "evil.xn--p1ai",
                "127.0.0.1",
                "login-192.0.2.1"
            })
    void nobody_chooses_what_mail_would_make_a_link_of(String text) {
        assertThat(Username.parseChosen(text)).isEmpty();
    }

    @Test
    void an_administrator_may_name_an_account_as_the_company_does() {
        assertThat(Username.parse("jane.doe")).contains("jane.doe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice.m", "j.r.r-tolkien", "alice.1990", "v1.2.3", "alice_martin"})
    void what_nobody_would_make_a_link_of_may_have_a_full_stop(String text) {
        assertThat(Username.parseChosen(text)).contains(text);
    }
}

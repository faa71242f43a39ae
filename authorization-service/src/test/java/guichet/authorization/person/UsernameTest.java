package guichet.authorization.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
    }
}

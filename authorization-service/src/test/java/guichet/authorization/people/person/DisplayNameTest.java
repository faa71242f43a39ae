package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DisplayNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\u00EB",
                "J.R.R. Tolkien",
                "Dr. No",
                "Anna 1.10.2026",
                "Release 1.2.3",
                "\u738B\u5C0F\u660E"
            })
    void people_are_called_what_they_like(String name) {
        assertThat(DisplayName.parse(name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://evil.example",
                "evil.example",
                "\uFF45vil\uFF0Eexample",
                "me@evil.example",
                "www.e",
                "127.0.0.1",
                "call 1.2.3.4 now",
                "1\u30022\u30023\u30024",
                "1\uFF0E2\uFF0E3\uFF0E4"
            })
    void a_name_holds_nothing_that_mail_would_make_a_link_of(String name) {
        assertThat(DisplayName.parse(name)).isEmpty();
    }
}

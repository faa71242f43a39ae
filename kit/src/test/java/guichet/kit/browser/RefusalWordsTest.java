package guichet.kit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalWordsTest {
    @ParameterizedTest
    @CsvSource({
        "there is nothing here, There is nothing here",
        "redirect_uri is missing, redirect_uri is missing",
        "<b> is no scope, <b> is no scope",
        "'', ''"
    })
    void what_people_read_begins_upper_case_unless_it_is_a_name(String words, String shown) {
        assertThat(RefusalWords.sentence(words)).isEqualTo(shown);
    }
}

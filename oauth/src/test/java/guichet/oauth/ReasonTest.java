package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonTest {
    @ParameterizedTest
    @EnumSource
    void a_code_is_words_of_an_address(Reason reason) {
        assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Reason.find(reason.code())).contains(reason);
    }

    @Test
    @Tag("RFC6749-5.2")
    void a_page_is_below_the_issuer() {
        assertThat(Reason.PARAMETER_MISSING.page("https://auth.example"))
                .isEqualTo("https://auth.example/errors/parameter-missing");
    }

    @Test
    void what_is_no_code_has_no_reason() {
        assertThat(Reason.find("PARAMETER_MISSING")).isEmpty();
        assertThat(Reason.find("../parameter-missing")).isEmpty();
    }
}

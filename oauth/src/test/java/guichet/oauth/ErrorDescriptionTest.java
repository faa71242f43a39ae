package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class ErrorDescriptionTest {
    private static final String ODD =
            "a \"quoted\" \\ back\tslash, \u00a7 5, \u2026, \ud83d\ude00, \ud800, \u0000\r\nx: y"
                    + "z".repeat(5000);

    /** Whatever is put into the words of an error, be it a value that a stranger chose. */
    @ParameterizedTest
    @EnumSource
    void no_error_tells_a_character_that_the_standard_forbids(Reason reason) {
        OAuthError error = reason.error("parameter %s", ODD);

        assertThat(error.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{10,500}");
    }

    @Test
    void what_is_allowed_stays_as_it_is() {
        assertThat(ErrorDescription.of("scope movies:fly, #1 of 2: 'no'"))
                .isEqualTo("scope movies:fly, #1 of 2: 'no'");
    }
}
